/** Someone of the national desk takes an alert in hand: POSÉE → PRISE (DOMAIN §4.6). */
import type { CommandHandler } from '../kernel/handler.ts';
import { decideAlert } from './decide-alert.ts';

export const takeAlert: CommandHandler<'alert.take'> = {
  kind: 'alert.take',
  async footprint(_reader, command) {
    return [`mission:${command.subject}`];
  },
  async execute(context) {
    const { work, actor } = context;
    await decideAlert(context, {
      right: 'answer-alert',
      event: 'take',
      text: null,
      values: { takenByName: actor.displayName, takenAt: work.at },
    });
  },
};
