/** Requests for accounts as screens show them, and what an establishment has already. */
import type { AccountRequestState } from '../../../contract/domain/account-request.ts';
import type { EstablishmentRow } from '../../../contract/national/rows/establishment-row.ts';
import type { OutboxRow } from '../outbox/outbox-row.ts';
import type { Store } from '../store.ts';
import type { AccountRequestViewRow } from '../views/view-rows.ts';

/** Every request that this workstation may see, the oldest first. */
export function readAccountRequests(store: Store): AccountRequestViewRow[] {
  return store.statements.rows('SELECT * FROM "accountRequestView" ORDER BY "submittedAt", id');
}

export function accountRequestsById(store: Store, ids: readonly string[]): ReadonlyMap<string, AccountRequestViewRow> {
  const rows = store.statements.rows<AccountRequestViewRow>(
    'SELECT * FROM "accountRequestView" WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** States in which a request holds its e-mail: a refused one gives it back. */
export const LIVING_REQUESTS: ReadonlySet<string> = new Set<AccountRequestState>([
  'submitted',
  'duplicate',
  'validated',
  'activated',
]);

/** Requests of the same e-mail that still hold it. */
export function readRequestsOfEmails(store: Store, emails: readonly string[]): AccountRequestViewRow[] {
  return store.statements
    .rows<AccountRequestViewRow>(
      'SELECT * FROM "accountRequestView" WHERE email IN (SELECT value FROM json_each(?)) ORDER BY "submittedAt", id',
      JSON.stringify(emails),
    )
    .filter(({ state }) => LIVING_REQUESTS.has(state));
}

interface Numbers {
  readonly finess: string | null;
  readonly gid: string | null;
}

/** The establishment that bears this FINESS or GID on this workstation; null when there is none. */
export function readSameEstablishment(store: Store, { finess, gid }: Numbers): EstablishmentRow | null {
  const rows = store.statements.rows<EstablishmentRow>(
    `SELECT * FROM main.establishment
     WHERE (? IS NOT NULL AND finess = ?) OR (? IS NOT NULL AND gid = ?) ORDER BY "createdAt", id LIMIT 1`,
    ...[finess, finess, gid, gid],
  );
  return rows[0] ?? null;
}

/** Every FINESS and GID of the workstation's establishments, with the name that bears it. */
export function readEstablishmentNumbers(store: Store): ReadonlyMap<string, string> {
  const rows = store.statements.rows<{ number: string; name: string }>(
    `SELECT finess AS number, name FROM main.establishment WHERE finess IS NOT NULL
     UNION ALL SELECT gid, name FROM main.establishment WHERE gid IS NOT NULL`,
  );
  return new Map(rows.map(({ number, name }) => [number, name]));
}

/** Other requests for the establishment of this FINESS or GID. */
export function readRequestsOfEstablishment(store: Store, { finess, gid }: Numbers): AccountRequestViewRow[] {
  return store.statements.rows(
    `SELECT * FROM "accountRequestView"
     WHERE (? IS NOT NULL AND finess = ?) OR (? IS NOT NULL AND gid = ?) ORDER BY "submittedAt", id`,
    ...[finess, finess, gid, gid],
  );
}

/** Missions of an establishment that still ask for somebody. */
export function countOpenMissions(store: Store, establishmentId: string): number {
  const [row] = store.statements.rows<{ missions: number }>(
    `SELECT COUNT(*) AS missions FROM "missionView" WHERE "establishmentId" = ? AND state = 'open' AND headcount > accepted`,
    establishmentId,
  );
  return row?.missions ?? 0;
}

/** The newest decision of this workstation on each of some requests. */
export function readRequestDecisions(store: Store, ids: readonly string[]): ReadonlyMap<string, OutboxRow> {
  const rows = store.statements.rows<OutboxRow>(
    `SELECT * FROM main.outbox WHERE fact = 'request' AND subject IN (SELECT value FROM json_each(?)) ORDER BY sequence`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.subject, row]));
}
