/**
 * An assignment that stops before its last day: ended early once it has begun, cancelled before. k goes down, the need
 * is open again, the person is free, both are mailed; within the grace period of the first mail, nobody is (DOMAIN §4.8, §4.9).
 */
import { formatCivilDate } from '../../contract/domain/civil-date.ts';
import type { EarlyEndReason } from '../../contract/domain/proposal-reason.ts';
import { EARLY_END_REASON_LABELS } from '../../contract/domain/proposal-reason.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandContext } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import type { Act } from '../rules/act.ts';
import { findMission, findProposal } from '../rules/find-subject.ts';
import { requireProposalVersion } from '../rules/move-proposal.ts';
import { missionWords } from '../rules/parties.ts';
import { takeBackMails } from '../rules/take-back-mails.ts';
import { tellCandidate } from '../rules/tell-candidate.ts';
import { tellRequester } from '../rules/tell-requester.ts';

export interface Assignment {
  readonly proposal: Stored<'proposal'>;
  readonly mission: Stored<'mission'>;
  readonly dates: { readonly from: string; readonly until: string };
}

/** The assignment of a command, once right, version and state are checked. */
export async function assignmentToStop<K extends 'proposal.end-early' | 'proposal.cancel-assignment'>(
  context: CommandContext<K>,
): Promise<Assignment> {
  const { work, actor, command } = context;
  const proposal = await findProposal(work, command.subject);
  const mission = await findMission(work, proposal.missionId);
  requireRight(actor, 'end-assignment', {
    agency: mission.agency,
    departement: mission.departement,
    establishmentId: mission.establishmentId,
  });
  await requireProposalVersion(work, proposal, command.version);
  if (proposal.state !== 'accepted') {
    throw new CommandRefusal('not-in-this-state', "Cette affectation n'est plus en cours.");
  }
  const from = proposal.startDate ?? mission.startDate;
  return { proposal, mission, dates: { from, until: proposal.endDate ?? mission.endDate } };
}

/** Mails both sides, unless the person was not told yet: then nothing leaves at all. */
export async function tellStop(
  act: Act,
  stopped: Stored<'proposal'>,
  mission: Stored<'mission'>,
  how: 'early-end' | 'cancellation',
  why: EarlyEndReason,
): Promise<void> {
  const { cancelled, left } = await takeBackMails(act, stopped);
  if (cancelled.includes('assignment') && !left.includes('assignment')) return;
  const { establishment, profession } = missionWords(mission);
  const dates = {
    startDate: formatCivilDate(stopped.startDate ?? mission.startDate),
    endDate: formatCivilDate(stopped.endDate ?? mission.endDate),
  };
  const reason = EARLY_END_REASON_LABELS[why];
  const candidate = await act.work.get('candidate', stopped.candidateId);
  const variables = {
    author: act.actor.displayName,
    establishment,
    profession,
    reason,
    ...dates,
    candidateNumber: String(candidate?.number ?? ''),
  };
  await tellCandidate(act, `${how}-to-candidate`, stopped, variables);
  await tellRequester(act, { kind: `${how}-to-establishment`, mission, proposal: stopped, variables });
}
