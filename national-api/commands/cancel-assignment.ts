/** An assignment that never was: cancelled before its first day, or made by error (DOMAIN §4.8). */
import { stoppingEvent } from '../../contract/domain/assignment.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { actOf } from '../rules/act.ts';
import { proposalKeys } from '../rules/footprints.ts';
import { moveProposal } from '../rules/move-proposal.ts';
import { settle } from '../rules/settle.ts';
import { assignmentToStop, tellStop } from './stop-assignment.ts';

export const cancelAssignment: CommandHandler<'proposal.cancel-assignment'> = {
  kind: 'proposal.cancel-assignment',
  footprint: (reader, { subject }) => proposalKeys(reader, subject),
  async execute(context) {
    const { work, command } = context;
    const { reason, comment } = command.input;
    const { proposal, mission, dates } = await assignmentToStop(context);
    const begun = stoppingEvent(dates, todayOf(mission.agency, work.now)) !== 'cancel';
    // An error may be seen after the first day; a person who came and left has worked: that is an early end.
    if (begun && reason !== 'error') {
      throw new CommandRefusal(
        'assignment-begun',
        "Cette affectation a commencé : mettez-y fin à une date plutôt que de l'annuler.",
      );
    }
    const act = actOf(context);
    const cancelled = await moveProposal(act, proposal, {
      events: ['cancel'],
      journalAs: command.kind,
      reason,
      comment,
    });
    await tellStop(act, cancelled, mission, 'cancellation', reason);
    await settle(act);
  },
};
