/** The CCS writes down what the Réserve sanitaire answered (DOMAIN §6). */
import { CommandConflict, CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { lastAuthor } from '../rules/last-author.ts';

export const recordReserveAnswer: CommandHandler<'reserve-request.record-answer'> = {
  kind: 'reserve-request.record-answer',
  async footprint(_reader, { subject }) {
    return [`request:${subject}`];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { granted, message } = command.input;
    const request = await work.get('reserveRequest', command.subject);
    if (request === null) throw new CommandRefusal('unknown-reserve-request', "Cette demande n'existe pas.");
    requireRight(actor, 'open-pools', { agency: request.agency });
    if (request.version !== command.version) {
      throw new CommandConflict('subject-changed', "Quelqu'un a noté une réponse entre-temps.", {
        kind: 'reserveRequest',
        id: request.id,
        ...(await lastAuthor(work, 'reserveRequest', request.id)),
      });
    }
    if (request.state !== 'sent') {
      throw new CommandRefusal('reserve-answered', 'La réponse à cette demande a déjà été notée.');
    }
    const state = granted ? 'granted' : 'declined';
    await work.update('reserveRequest', request, { state, message });
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'reserveRequest',
      subjectId: request.id,
      subjectAgency: request.agency,
      reason: message,
      before: { state: request.state, message: request.message },
      after: { state, message },
    });
  },
};
