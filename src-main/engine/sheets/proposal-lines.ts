import type { z } from 'zod';
import type { proposalLineSchema } from '../../../contract/app/sheets.ts';
import type { NamedProposal } from '../../store/queries/read-sheets.ts';

type ProposalLine = z.infer<typeof proposalLineSchema>;

/** A proposal as lists of every window tell it. */
export function proposalLine(row: NamedProposal): ProposalLine {
  return {
    id: row.id,
    version: row.version,
    candidateId: row.candidateId,
    missionId: row.missionId,
    candidateName: row.candidateName,
    establishmentName: row.establishmentName,
    state: row.state,
    origin: row.origin,
    proposedAt: row.proposedAt,
    contactedAt: row.contactedAt,
    decidedAt: row.decidedAt,
    reason: row.reason,
    mailState: row.mailState,
    hasOpenIntent: row.hasOpenIntent === 1,
  };
}
