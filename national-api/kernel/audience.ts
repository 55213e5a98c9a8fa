/** Who sees a row, openings aside: a bit mask of agencies, bit = code - 1. The CCS is not a bit: it sees everything. */
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import type { Stored } from './unit-of-work.ts';

export const EVERY_AGENCY = 2 ** 18 - 1;

/** @example agencyBit(6) === 32; agencyBit(null) === 0 */
export function agencyBit(agency: number | null): number {
  return agency === null ? 0 : 1 << (agency - 1);
}

const RULES: { readonly [K in RowKind]: (row: Stored<K>) => number } = {
  mission: (row) => agencyBit(row.agency),
  establishment: (row) => agencyBit(row.agency),
  crisisMode: () => EVERY_AGENCY,
  directAccess: (row) => agencyBit(row.agency),
  opening: (row) =>
    agencyBit(row.receiverAgency) |
    (row.lenderAgencies === null
      ? EVERY_AGENCY
      : (JSON.parse(row.lenderAgencies) as number[]).reduce((mask, agency) => mask | agencyBit(agency), 0)),
  alert: (row) => agencyBit(row.agency),
  reserveRequest: (row) => agencyBit(row.agency),
  pool: () => EVERY_AGENCY,
  regulator: (row) => agencyBit(row.agency),
  accountRequest: (row) => agencyBit(row.agency),
  proposal: (row) => agencyBit(row.missionAgency) | agencyBit(row.candidateAgency),
  candidate: (row) => agencyBit(row.agency) | row.involvedAgencies,
};

export function audienceOf<K extends RowKind>(kind: K, row: Stored<K>): number {
  return RULES[kind](row);
}
