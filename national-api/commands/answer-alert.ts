/** The national desk answers an alert that it took: PRISE → RÉPONDUE (DOMAIN §4.6). */
import type { CommandHandler } from '../kernel/handler.ts';
import { decideAlert } from './decide-alert.ts';

export const answerAlert: CommandHandler<'alert.answer'> = {
  kind: 'alert.answer',
  async footprint(_reader, command) {
    return [`mission:${command.subject}`];
  },
  async execute(context) {
    const { work, actor, command } = context;
    await decideAlert(context, {
      right: 'answer-alert',
      event: 'answer',
      text: command.input.text,
      values: { decidedByName: actor.displayName, decidedAt: work.at },
    });
  },
};
