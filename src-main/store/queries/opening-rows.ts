/** Openings of pools and requests to the Réserve sanitaire, as screens show them. */
import type { Store } from '../store.ts';
import type { OpeningViewRow, ProposalViewRow, ReserveRequestViewRow } from '../views/view-rows.ts';

/** Every opening that this workstation may see, newest first. */
export function readOpeningView(store: Store): OpeningViewRow[] {
  return store.statements.rows('SELECT * FROM "openingView" ORDER BY "createdAt" DESC, id');
}

export function openingsById(store: Store, ids: readonly string[]): ReadonlyMap<string, OpeningViewRow> {
  const rows = store.statements.rows<OpeningViewRow>(
    'SELECT * FROM "openingView" WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export function readReserveRequests(store: Store): ReserveRequestViewRow[] {
  return store.statements.rows('SELECT * FROM "reserveRequestView" ORDER BY at DESC, id');
}

export function reserveRequestsById(store: Store, ids: readonly string[]): ReadonlyMap<string, ReserveRequestViewRow> {
  const rows = store.statements.rows<ReserveRequestViewRow>(
    'SELECT * FROM "reserveRequestView" WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Proposals made under an opening, newest first. */
export function readProposalsUnder(
  store: Store,
  openingId: string,
): (Pick<ProposalViewRow, 'id' | 'missionId' | 'candidateId' | 'establishmentName' | 'state' | 'proposedAt'> & {
  candidateName: string | null;
})[] {
  return store.statements.rows(
    `SELECT p.id, p."missionId", p."candidateId", p."establishmentName", p.state, p."proposedAt",
       c."lastName" || ' ' || c."firstName" AS "candidateName"
     FROM "proposalView" AS p LEFT JOIN main.candidate AS c ON c.id = p."candidateId"
     WHERE p."openingId" = ? ORDER BY p."proposedAt" DESC, p.id LIMIT 500`,
    openingId,
  );
}
