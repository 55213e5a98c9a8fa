/** Which rows an export takes: territory, professions, and missions whose dates meet the interval. Pure. */
import type { SnapshotScope } from '../format/manifest.ts';
import type { AnyRow } from './hide-row.ts';

const isAmong = (wanted: readonly (string | number)[], value: unknown): boolean =>
  wanted.length === 0 || wanted.some((one) => one === value);

const isOfTerritory = ({ agency, departements }: SnapshotScope, row: AnyRow): boolean =>
  (agency === null || row['agency'] === agency) && isAmong(departements, row['departement']);

export function isMissionInScope(scope: SnapshotScope, row: AnyRow): boolean {
  const { from, until, professions } = scope;
  const start = String(row['startDate']);
  const end = String(row['endDate']);
  return (
    isOfTerritory(scope, row) &&
    isAmong(professions, row['profession']) &&
    (from === null || end >= from) &&
    (until === null || start <= until)
  );
}

export function isCandidateInScope(scope: SnapshotScope, row: AnyRow): boolean {
  return (
    isOfTerritory(scope, row) && isAmong(scope.professions, row['profession']) && (row['mergedInto'] ?? null) === null
  );
}

/** Crisis modes, grants, pools: of the agency; openings: that it receives or lends. */
export function isRegulationInScope({ agency }: SnapshotScope, row: AnyRow): boolean {
  if (agency === null) return true;
  if ('receiverAgency' in row) {
    const lenders = typeof row['lenderAgencies'] === 'string' ? (JSON.parse(row['lenderAgencies']) as unknown[]) : [];
    return row['receiverAgency'] === agency || lenders.includes(agency);
  }
  return row['agency'] === agency || (row['agency'] ?? null) === null;
}
