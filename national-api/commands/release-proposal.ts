/** A regulator frees a contacted person, with a reason, and the requester is mailed (DOMAIN §4.4, §4.9; D1). */
import type { ReleaseReason } from '../../contract/domain/proposal-reason.ts';
import { RELEASE_REASON_LABELS } from '../../contract/domain/proposal-reason.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import type { Act } from '../rules/act.ts';
import { actOf } from '../rules/act.ts';
import { findMission, findProposal } from '../rules/find-subject.ts';
import { proposalKeys } from '../rules/footprints.ts';
import { moveProposal, requireProposalVersion } from '../rules/move-proposal.ts';
import { missionWords } from '../rules/parties.ts';
import { settle } from '../rules/settle.ts';
import { tellRequester } from '../rules/tell-requester.ts';

async function tellRelease(
  act: Act,
  mission: Stored<'mission'>,
  proposal: Stored<'proposal'>,
  reason: ReleaseReason,
): Promise<void> {
  const { profession, startDate } = missionWords(mission);
  const candidate = await act.work.get('candidate', proposal.candidateId);
  await tellRequester(act, {
    kind: 'contact-released',
    mission,
    proposal,
    variables: {
      author: act.actor.displayName,
      profession,
      startDate,
      candidateNumber: String(candidate?.number ?? ''),
      reason: RELEASE_REASON_LABELS[reason],
    },
  });
}

export const releaseProposal: CommandHandler<'proposal.release'> = {
  kind: 'proposal.release',
  footprint: (reader, { subject }) => proposalKeys(reader, subject),
  async execute(context) {
    const { work, actor, command } = context;
    const { reason, comment } = command.input;
    const proposal = await findProposal(work, command.subject);
    const mission = await findMission(work, proposal.missionId);
    const { agency, departement } = mission;
    requireRight(actor, 'release-blocked', { agency, departement, reason });
    await requireProposalVersion(work, proposal, command.version);
    const act = actOf(context);
    await moveProposal(act, proposal, { events: ['release'], journalAs: command.kind, reason, comment });
    await tellRelease(act, mission, proposal, reason);
    await settle(act);
  },
};
