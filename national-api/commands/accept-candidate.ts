/** The establishment keeps a person it contacted: AFFECTÉ, k+1, a mail to the person (DOMAIN §4.5; F82, F91, F140). */
import { ASSIGNMENT_REFUSAL_LABELS, assignmentRefusal } from '../../contract/domain/assignment.ts';
import { stateOfMission } from '../../contract/national/facts/mission-facts.ts';
import { promisedDays } from '../../contract/national/facts/promised-days.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf } from '../rules/act.ts';
import { announceAssignment } from '../rules/announce-assignment.ts';
import { assignmentDates } from '../rules/assignment-dates.ts';
import { findMission, findProposal } from '../rules/find-subject.ts';
import { acceptanceKeys, proposalKeys, sidesOf } from '../rules/footprints.ts';
import { moveProposal, requireProposalVersion } from '../rules/move-proposal.ts';
import { sayMissionState } from '../rules/pair-walls.ts';
import { accountEmail } from '../rules/parties.ts';
import { proposalsOfCandidate } from '../rules/proposals-of.ts';
import { settle } from '../rules/settle.ts';

export const acceptCandidate: CommandHandler<'proposal.accept'> = {
  kind: 'proposal.accept',
  async footprint(reader, { subject }) {
    const sides = await sidesOf(reader, subject);
    return [
      ...(await proposalKeys(reader, subject)),
      ...(sides === null ? [] : await acceptanceKeys(reader, sides.missionId, sides.candidateId)),
    ];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const proposal = await findProposal(work, command.subject);
    const { establishmentId, candidateId } = proposal;
    requireRight(actor, 'accept-candidate', { agency: proposal.missionAgency, establishmentId });
    await requireProposalVersion(work, proposal, command.version);
    const mission = await findMission(work, proposal.missionId);
    if (stateOfMission(mission, work.now) !== 'open') {
      throw new CommandRefusal('mission-not-open', sayMissionState(mission, work.now));
    }
    const dates = assignmentDates(mission, work.now);
    const refusal = assignmentRefusal({
      missionDates: { from: dates.startDate, until: dates.endDate },
      establishmentId,
      contactedBy: establishmentId,
      assignments: promisedDays(await proposalsOfCandidate(work, candidateId), work.now),
    });
    if (refusal !== null) throw new CommandRefusal(refusal, ASSIGNMENT_REFUSAL_LABELS[refusal]);
    const act = actOf(context);
    const accepted = await moveProposal(act, proposal, {
      events: ['accept'],
      journalAs: command.kind,
      patch: dates,
    });
    await announceAssignment(act, mission, accepted, await accountEmail(work, actor.personId));
    await settle(act);
  },
};
