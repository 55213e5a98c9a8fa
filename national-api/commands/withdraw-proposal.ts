/**
 * The ARS takes a proposal back before anybody contacted. Inside the grace period its mails are cancelled; later, those
 * who were told receive "proposition retirée" (DOMAIN §4.9).
 */
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf } from '../rules/act.ts';
import { findMission, findProposal } from '../rules/find-subject.ts';
import { proposalKeys } from '../rules/footprints.ts';
import { moveProposal, requireProposalVersion } from '../rules/move-proposal.ts';
import { missionWords } from '../rules/parties.ts';
import { settle } from '../rules/settle.ts';
import { takeBackMails } from '../rules/take-back-mails.ts';
import { tellCandidate } from '../rules/tell-candidate.ts';
import { tellRequester } from '../rules/tell-requester.ts';

export const withdrawProposal: CommandHandler<'proposal.withdraw'> = {
  kind: 'proposal.withdraw',
  footprint: (reader, { subject }) => proposalKeys(reader, subject),
  async execute(context) {
    const { work, actor, command } = context;
    const { reason } = command.input;
    const proposal = await findProposal(work, command.subject);
    const mission = await findMission(work, proposal.missionId);
    const { agency, departement } = mission;
    requireRight(actor, 'withdraw-proposal', { agency, departement, reason });
    await requireProposalVersion(work, proposal, command.version);
    const act = actOf(context);
    const withdrawn = await moveProposal(act, proposal, { events: ['withdraw'], journalAs: command.kind, reason });
    const { left } = await takeBackMails(act, withdrawn);
    const { establishment, profession, startDate, endDate } = missionWords(mission);
    if (left.includes('candidates-proposed')) {
      const candidate = await work.get('candidate', proposal.candidateId);
      await tellRequester(act, {
        kind: 'proposal-withdrawn-to-establishment',
        mission,
        proposal,
        variables: {
          author: actor.displayName,
          profession,
          startDate,
          candidateNumber: String(candidate?.number ?? ''),
        },
      });
    }
    if (left.includes('candidate-proposed')) {
      await tellCandidate(act, 'proposal-withdrawn-to-candidate', proposal, {
        establishment,
        profession,
        startDate,
        endDate,
      });
    }
    await settle(act);
  },
};
