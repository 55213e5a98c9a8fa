/** An assignment that has begun ends before its last day; what was worked stays told by its dates (DOMAIN §4.8). */
import { stoppingEvent } from '../../contract/domain/assignment.ts';
import { formatCivilDate, isCivilDate } from '../../contract/domain/civil-date.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { actOf } from '../rules/act.ts';
import { proposalKeys } from '../rules/footprints.ts';
import { moveProposal } from '../rules/move-proposal.ts';
import { settle } from '../rules/settle.ts';
import type { Assignment } from './stop-assignment.ts';
import { assignmentToStop, tellStop } from './stop-assignment.ts';

/** The last day worked: from the first day of the assignment to the eve of its planned end; it may be to come. */
function requireLastDay(on: string, { dates }: Assignment, today: string): void {
  if (stoppingEvent(dates, today) === 'cancel') {
    throw new CommandRefusal(
      'assignment-not-begun',
      "Cette affectation n'a pas commencé : annulez-la plutôt que d'y mettre fin.",
    );
  }
  if (isCivilDate(on) && dates.from <= on && on < dates.until) return;
  const between = `du ${formatCivilDate(dates.from)} à la veille du ${formatCivilDate(dates.until)}`;
  throw new CommandRefusal('date-out-of-range', `Le dernier jour travaillé doit se situer ${between}.`);
}

export const endAssignmentEarly: CommandHandler<'proposal.end-early'> = {
  kind: 'proposal.end-early',
  footprint: (reader, { subject }) => proposalKeys(reader, subject),
  async execute(context) {
    const { work, command } = context;
    const { on, reason, comment } = command.input;
    const assignment = await assignmentToStop(context);
    requireLastDay(on, assignment, todayOf(assignment.mission.agency, work.now));
    const act = actOf(context);
    const ended = await moveProposal(act, assignment.proposal, {
      events: ['end-early'],
      journalAs: command.kind,
      reason,
      comment,
      patch: { endDate: on },
    });
    await tellStop(act, ended, assignment.mission, 'early-end', reason);
    await settle(act);
  },
};
