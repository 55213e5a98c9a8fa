/** The establishment does not keep a person it contacted: free again for the others, and no mail (DOMAIN §4; F83, F87). */
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf } from '../rules/act.ts';
import { findProposal } from '../rules/find-subject.ts';
import { proposalKeys } from '../rules/footprints.ts';
import { moveProposal, requireProposalVersion } from '../rules/move-proposal.ts';
import { settle } from '../rules/settle.ts';

export const refuseCandidate: CommandHandler<'proposal.refuse'> = {
  kind: 'proposal.refuse',
  footprint: (reader, { subject }) => proposalKeys(reader, subject),
  async execute(context) {
    const { work, actor, command } = context;
    const { reason, comment } = command.input;
    const proposal = await findProposal(work, command.subject);
    const { missionAgency: agency, establishmentId } = proposal;
    requireRight(actor, 'refuse-candidate', { agency, establishmentId });
    await requireProposalVersion(work, proposal, command.version);
    const act = actOf(context);
    await moveProposal(act, proposal, { events: ['refuse'], journalAs: command.kind, reason, comment });
    await settle(act);
  },
};
