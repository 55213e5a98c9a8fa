/** The ARS and the CCS talk under an alert; a comment changes no state (DOMAIN §4.6). */
import { scopeOf } from '../../contract/domain/right.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { decideAlert } from './decide-alert.ts';

export const commentAlert: CommandHandler<'alert.comment'> = {
  kind: 'alert.comment',
  async footprint(_reader, command) {
    return [`mission:${command.subject}`];
  },
  async execute(context) {
    const { actor, command } = context;
    const answers = actor.role !== 'system' && scopeOf('answer-alert', actor.role) !== null;
    await decideAlert(context, {
      right: answers ? 'answer-alert' : 'raise-alert',
      event: null,
      text: command.input.text,
      values: {},
    });
  },
};
