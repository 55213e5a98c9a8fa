/** Rows that the rules of decisions read: as screens show them, unless they are said to be confirmed. */
import type { OpeningRow, PoolRow, RegulatorRow } from '../../../contract/national/rows/regulation-rows.ts';
import { build } from '../statements.ts';
import type { Store } from '../store.ts';
import type {
  AlertViewRow,
  CandidateViewRow,
  CrisisViewRow,
  DirectAccessViewRow,
  MissionViewRow,
  ProposalViewRow,
} from '../views/view-rows.ts';
import { readCandidateView, readMissionView } from './view-rows.ts';

const byId = <Row extends { readonly id: string }>(rows: Iterable<Row>): ReadonlyMap<string, Row> =>
  new Map([...rows].map((row) => [row.id, row]));

export function missionsById(store: Store, ids: readonly string[]): ReadonlyMap<string, MissionViewRow> {
  return byId(readMissionView(store, ids));
}

export function candidatesById(store: Store, ids: readonly string[]): ReadonlyMap<string, CandidateViewRow> {
  return byId(readCandidateView(store, ids));
}

export function proposalsById(store: Store, ids: readonly string[]): ReadonlyMap<string, ProposalViewRow> {
  const rows = store.statements.rows<ProposalViewRow>(
    'SELECT * FROM "proposalView" WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return byId(rows);
}

/** Every proposal of some people that this workstation knows of, wanted ones included. */
export function proposalsOfCandidates(store: Store, ids: readonly string[]): ReadonlyMap<string, ProposalViewRow[]> {
  const rows = store.statements.rows<ProposalViewRow>(
    'SELECT * FROM "proposalView" WHERE "candidateId" IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  const people = new Map<string, ProposalViewRow[]>();
  for (const row of rows) people.set(row.candidateId, [...(people.get(row.candidateId) ?? []), row]);
  return people;
}

export function alertsById(store: Store, ids: readonly string[]): ReadonlyMap<string, AlertViewRow> {
  const rows = store.statements.rows<AlertViewRow>(
    'SELECT * FROM "alertView" WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return byId(rows);
}

export function readPools(store: Store): ReadonlyMap<string, PoolRow> {
  return byId(store.statements.all(build.selectFrom('pool').selectAll()));
}

/** Openings that may serve somebody today: active, or full. */
export function readLiveOpenings(store: Store): readonly OpeningRow[] {
  return store.statements.all(
    build.selectFrom('opening').selectAll().where('state', 'in', ['active', 'paused']).orderBy('id'),
  );
}

export function readRegulator(store: Store, id: string): RegulatorRow | null {
  return store.statements.first(build.selectFrom('regulator').selectAll().where('id', '=', id)) ?? null;
}

export function readCrisis(store: Store, id: string): CrisisViewRow | null {
  return store.statements.first(build.selectFrom('crisisView').selectAll().where('id', '=', id)) ?? null;
}

export function readGrant(store: Store, id: string): DirectAccessViewRow | null {
  return store.statements.first(build.selectFrom('directAccessView').selectAll().where('id', '=', id)) ?? null;
}

export function readEstablishmentName(store: Store, id: string): string | null {
  const row = store.statements.first(build.selectFrom('establishment').select('name').where('id', '=', id));
  return row?.name ?? null;
}

/** Open posts of a region by lane, with what the person wants: what the share of P1 is counted on (DOMAIN §2.7). */
export function readOpenPosts(
  store: Store,
  agency: number | null,
  today: string,
): readonly { readonly id: string; readonly priority: string; readonly posts: number }[] {
  return store.statements.rows(
    `SELECT id, priority, headcount - accepted AS posts FROM "missionView"
     WHERE agency IS ? AND state = 'open' AND "endDate" >= ? AND headcount > accepted`,
    agency,
    today,
  );
}

/** What a switch of crisis mode bears on (FEATURES D9). */
export function readCrisisEffect(
  store: Store,
  agency: number,
  profession: string | null,
): { readonly missions: number; readonly candidates: number; readonly contacted: number } {
  const [row] = store.statements.rows<{ missions: number; candidates: number; contacted: number }>(
    `SELECT
       (SELECT COUNT(*) FROM main.mission WHERE agency = ? AND state = 'open' AND headcount > accepted
          AND (? IS NULL OR profession = ?)) AS missions,
       (SELECT COUNT(*) FROM main.candidate WHERE agency = ? AND engagement = 'none' AND availability = 'available'
          AND (? IS NULL OR profession = ?)) AS candidates,
       (SELECT COUNT(*) FROM "proposalView" WHERE state = 'contacted' AND "missionAgency" = ?
          AND (? IS NULL OR profession = ?)) AS contacted`,
    ...[agency, profession, profession],
    ...[agency, profession, profession],
    ...[agency, profession, profession],
  );
  return row ?? { missions: 0, candidates: 0, contacted: 0 };
}
