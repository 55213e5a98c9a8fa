/** Proposals, contacts and assignments on an account's missions; for a volunteer, those about themselves (F133, F159). */
import type { ProposalState } from '../../contract/domain/proposal.ts';
import { isLive, PROPOSAL_STATES } from '../../contract/domain/proposal.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { EstablishmentProposal } from '../../contract/national/views/establishment-views.ts';
import type { Ground } from '../kernel/ground.ts';

export interface MyProposalsQuery {
  readonly missionId?: string | undefined;
  readonly live: boolean;
  /** Id of the last proposal of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

const LIVE = PROPOSAL_STATES.filter(isLive);

/** States after which the name is not needed any more (minimisation, TRUST D1). */
const NAMED: ReadonlySet<ProposalState> = new Set([...LIVE, 'ended', 'ended-early']);

export async function myProposals(
  ground: Ground,
  actor: Principal,
  query: MyProposalsQuery,
): Promise<{ proposals: EstablishmentProposal[]; next: string | null }> {
  if (actor.candidateId === null && actor.establishments.length === 0) return { proposals: [], next: null };
  let rows = ground.database.read
    .selectFrom('proposal')
    .innerJoin('candidate', 'candidate.id', 'proposal.candidateId')
    .selectAll('proposal')
    .select(['candidate.firstName', 'candidate.lastName'])
    .orderBy('proposal.id')
    .limit(query.limit + 1);
  rows =
    actor.candidateId === null
      ? rows.where('proposal.establishmentId', 'in', actor.establishments)
      : rows.where('proposal.candidateId', '=', actor.candidateId);
  if (query.missionId !== undefined) rows = rows.where('proposal.missionId', '=', query.missionId);
  if (query.live) rows = rows.where('proposal.state', 'in', LIVE);
  if (query.after !== undefined) rows = rows.where('proposal.id', '>', query.after);
  const found = await rows.execute();
  const proposals = found.slice(0, query.limit).map((row) => ({
    id: row.id,
    version: row.version,
    missionId: row.missionId,
    candidateId: row.candidateId,
    candidateName: NAMED.has(row.state as ProposalState) ? `${row.firstName} ${row.lastName}` : null,
    profession: row.profession,
    state: row.state,
    origin: row.origin,
    proposedAt: row.proposedAt,
    contactedAt: row.contactedAt,
    decidedAt: row.decidedAt,
    reason: row.reason,
    startDate: row.startDate,
    endDate: row.endDate,
    updatedAt: row.updatedAt,
  }));
  return { proposals, next: found.length > query.limit ? (proposals.at(-1)?.id ?? null) : null };
}
