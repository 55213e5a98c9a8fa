/** The national desk cannot help: PRISE → DÉCLINÉE, and "CCS" no longer shows (DOMAIN §4.6). */
import type { CommandHandler } from '../kernel/handler.ts';
import { decideAlert } from './decide-alert.ts';

export const declineAlert: CommandHandler<'alert.decline'> = {
  kind: 'alert.decline',
  async footprint(_reader, command) {
    return [`mission:${command.subject}`];
  },
  async execute(context) {
    const { work, actor, command } = context;
    await decideAlert(context, {
      right: 'answer-alert',
      event: 'decline',
      text: command.input.text,
      values: { decidedByName: actor.displayName, decidedAt: work.at },
    });
  },
};
