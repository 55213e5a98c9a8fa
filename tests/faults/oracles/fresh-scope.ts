/**
 * A fresh read of a scope, by DOMAIN's own words: written anew here, so that a service whose audience or openings are
 * wrong is not judged by its own mistake.
 */
import type { Principal } from '../../../contract/national/principal.ts';
import type { RowKind } from '../../../contract/national/rows/row-kinds.ts';
import type { Tables } from '../../../national-api/database/tables.ts';

/** A row as any database client reads it, with its number in the feed. */
export interface FreshRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly number: number;
  /** The public columns. */
  readonly row: Readonly<Record<string, unknown>>;
}

type Row = FreshRow['row'];
export interface Surroundings {
  readonly proposals: readonly Tables['proposal'][];
  readonly openings: readonly Tables['opening'][];
  readonly today: string;
}

const LIVE = ['open', 'suspended', 'contacted', 'accepted'];

const listed = (list: string, value: unknown): boolean => {
  const accepted = JSON.parse(list) as unknown[];
  return accepted.length === 0 || accepted.includes(value);
};

function opens(opening: Tables['opening'], candidate: Row, today: string): boolean {
  const lenders = opening.lenderAgencies === null ? null : (JSON.parse(opening.lenderAgencies) as number[]);
  return (
    (opening.state === 'active' || opening.state === 'paused') &&
    opening.fromDate <= today &&
    today <= opening.untilDate &&
    (lenders === null || lenders.includes(Number(candidate['agency']))) &&
    (Number(candidate['poolKinds']) & opening.poolKinds) !== 0 &&
    listed(opening.professions, candidate['profession']) &&
    listed(opening.specialties, candidate['specialty']) &&
    (JSON.parse(opening.mobilisations) as unknown[]).includes(candidate['mobilisation'])
  );
}

function seesCandidate(agency: number, candidate: Row, { proposals, openings, today }: Surroundings): boolean {
  return (
    candidate['agency'] === agency ||
    proposals.some(
      ({ candidateId, missionAgency, state }) =>
        candidateId === candidate['id'] && missionAgency === agency && LIVE.includes(state),
    ) ||
    openings.some((opening) => opening.receiverAgency === agency && opens(opening, candidate, today))
  );
}

function seesRow(agency: number, { kind, row }: FreshRow, surroundings: Surroundings): boolean {
  switch (kind) {
    case 'crisisMode':
    case 'pool':
      return true;
    case 'proposal':
      return row['missionAgency'] === agency || row['candidateAgency'] === agency;
    case 'opening': {
      const lenders = row['lenderAgencies'];
      return (
        row['receiverAgency'] === agency ||
        lenders === null ||
        (JSON.parse(String(lenders)) as number[]).includes(agency)
      );
    }
    case 'candidate':
      return seesCandidate(agency, row, surroundings);
    default:
      return row['agency'] === agency;
  }
}

/** The rows that a workstation of this person must hold: all of them for the CCS, its region and what is opened to it for an ARS. */
export function freshScope(principal: Principal, rows: readonly FreshRow[], surroundings: Surroundings): FreshRow[] {
  const { agency } = principal;
  return agency === null ? [...rows] : rows.filter((row) => seesRow(agency, row, surroundings));
}
