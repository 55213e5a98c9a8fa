/**
 * Two openings that may not live together (DOMAIN §6). Were the same person open to the same receiver twice, nobody
 * could say which ceiling counts them; were two regions to lend each other the same professions at the same time, the
 * help would turn in a circle.
 */
import { rangesOverlap } from '../../domain/civil-date.ts';
import type { OpeningRow } from '../rows/regulation-rows.ts';

/** What an opening is about, as it is stored. */
export type OpeningColumns = Pick<
  OpeningRow,
  | 'receiverAgency'
  | 'receiverMissions'
  | 'lenderAgencies'
  | 'poolKinds'
  | 'professions'
  | 'specialties'
  | 'mobilisations'
  | 'fromDate'
  | 'untilDate'
>;

type Member = string | number;

/** Null means all; so does an empty list of professions or specialties. */
const members = (list: string | null): readonly Member[] | null => {
  const read = list === null ? [] : (JSON.parse(list) as Member[]);
  return read.length === 0 ? null : read;
};

function meet(left: string | null, right: string | null): boolean {
  const [some, others] = [members(left), members(right)];
  return some === null || others === null || some.some((member) => others.includes(member));
}

const sameDays = (left: OpeningColumns, right: OpeningColumns): boolean =>
  rangesOverlap({ from: left.fromDate, until: left.untilDate }, { from: right.fromDate, until: right.untilDate });

/** May one person be open to one mission under both? */
export function openingsOverlap(left: OpeningColumns, right: OpeningColumns): boolean {
  return (
    left.receiverAgency === right.receiverAgency &&
    (left.poolKinds & right.poolKinds) !== 0 &&
    sameDays(left, right) &&
    meet(left.receiverMissions, right.receiverMissions) &&
    meet(left.lenderAgencies, right.lenderAgencies) &&
    meet(left.professions, right.professions) &&
    meet(left.specialties, right.specialties) &&
    meet(left.mobilisations, right.mobilisations)
  );
}

/**
 * Do two regions lend each other the same professions on the same days? Only lenders that are named count: an opening
 * of the whole country to two regions in turn is no contradiction.
 */
export function openingsContradict(left: OpeningColumns, right: OpeningColumns): boolean {
  const lends = (opening: OpeningColumns, agency: number): boolean =>
    members(opening.lenderAgencies)?.includes(agency) ?? false;
  return (
    lends(left, right.receiverAgency) &&
    lends(right, left.receiverAgency) &&
    sameDays(left, right) &&
    meet(left.professions, right.professions)
  );
}
