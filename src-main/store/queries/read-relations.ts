/** What matching must know beside missions and candidates: pools, openings, and the proposals that still engage. */
import type { OpeningRow, PoolRow } from '../../../contract/national/rows/regulation-rows.ts';
import type { Store } from '../store.ts';
import type { ProposalViewRow } from '../views/view-rows.ts';

export type EngagingProposal = Pick<
  ProposalViewRow,
  'id' | 'missionId' | 'candidateId' | 'state' | 'missionAgency' | 'startDate' | 'endDate'
>;

const ENGAGING = `state IN ('open', 'suspended', 'contacted', 'accepted', 'refused')
  OR (state IN ('ended', 'ended-early') AND "endDate" >= ?)`;
const COLUMNS = `id, "missionId", "candidateId", state, "missionAgency", "startDate", "endDate"`;

export function readPools(store: Store): PoolRow[] {
  return store.statements.rows<PoolRow>('SELECT * FROM main.pool');
}

export function readOpenings(store: Store): OpeningRow[] {
  return store.statements.rows<OpeningRow>('SELECT * FROM main.opening');
}

/** Identifiers that people look for establishments by. */
export function readEstablishmentKeys(store: Store): { id: string; finess: string | null; gid: string | null }[] {
  return store.statements.rows('SELECT id, finess, gid FROM main.establishment');
}

/**
 * Proposals that hold a person, promise days, or keep a pair from being made again; those wanted included.
 *
 * @param since a civil date: what ended before it engages nobody
 */
export function readEngagingProposals(store: Store, since: string, ids?: readonly string[]): EngagingProposal[] {
  if (ids === undefined) {
    return store.statements.rows(`SELECT ${COLUMNS} FROM "proposalView" WHERE ${ENGAGING}`, since);
  }
  return store.statements.rows(
    `SELECT ${COLUMNS} FROM "proposalView" WHERE (${ENGAGING}) AND id IN (SELECT value FROM json_each(?))`,
    since,
    JSON.stringify(ids),
  );
}
