/**
 * Needs against resources by place and profession (UX 4; DOMAIN §2.8), counted on the rows that the windows show. A need
 * counts in a period when its mission is open and runs on one of its days; a person when they are free, available on one
 * of its days, and promised to nobody on any of them.
 */
import type { CivilRange } from '../../../contract/domain/civil-date.ts';
import { rangesOverlap } from '../../../contract/domain/civil-date.ts';
import { tensionOf } from '../../../contract/domain/score.ts';
import { dayNumber, NO_DAY } from '../image/day-number.ts';
import { HELD } from '../matching/candidate-terms.ts';
import type { DeskImage } from '../tables/desk-image.ts';

export interface Figures {
  missions: number;
  posts: number;
  free: number;
  engaged: number;
}

/** Where something is, as the mirror says. */
export interface Whereabouts {
  readonly agency: number | null;
  readonly departement: string;
  readonly profession: string;
}

export interface Period {
  readonly from: string;
  readonly until: string;
}

/** Called once per open mission and once per person who counts. `part` says what of the figures grows, by how much. */
type Count = (where: Whereabouts, part: keyof Figures, amount: number) => void;

const ENGAGED = HELD.contacted | HELD.waiting | HELD.tooManyProposals;

export function countNeeds({ missions }: DeskImage, period: Period, count: Count): void {
  const remaining = missions.image.column('remaining');
  for (const row of missions.rows.values()) {
    if (row.startDate > period.until || row.endDate < period.from) continue;
    const slot = missions.image.slotOf(row.id);
    const posts = slot === undefined ? 0 : Number(remaining.read(slot) ?? 0);
    if (posts === 0) continue;
    count(row, 'missions', 1);
    count(row, 'posts', posts);
  }
}

/** Where each person is, made once per pair of codes. */
function whereOf({ candidates: { terms } }: DeskImage): (slot: number) => Whereabouts {
  const known = new Map<number, Whereabouts>();
  return (slot) => {
    const { agency, departement, profession } = terms.at;
    const key = ((agency[slot] ?? 0) * 65_536 + (departement[slot] ?? 0)) * 4096 + (profession[slot] ?? 0);
    const made = known.get(key) ?? {
      agency: agency[slot] === 0 ? null : (agency[slot] ?? null),
      departement: String(terms.departements.decode(departement[slot] ?? 0) ?? ''),
      profession: String(terms.professions.decode(profession[slot] ?? 0) ?? ''),
    };
    known.set(key, made);
    return made;
  };
}

function promisedIn(ranges: readonly CivilRange[] | undefined, { from, until }: Period): boolean {
  return ranges?.some((range) => rangesOverlap(range, { from, until })) ?? false;
}

/** @param count told of people by period: `at` is the period's place in the list */
export function countPeople(
  image: DeskImage,
  periods: readonly Period[],
  count: (at: number, ...told: Parameters<Count>) => void,
): void {
  const { terms } = image.candidates;
  const bounds = periods.map(({ from, until }) => [dayNumber(from), dayNumber(until)] as const);
  const where = whereOf(image);
  const { held, from, until, bucket } = terms.at;
  for (let slot = 0; slot < bucket.length; slot += 1) {
    const bits = held[slot] ?? 0;
    if ((bucket[slot] ?? 0) === 0 || (bits & HELD.unavailable) !== 0) continue;
    const promised = terms.promised.get(slot);
    // Assigned by a proposal that this workstation cannot see: until when is not known.
    if ((bits & HELD.assigned) !== 0 && promised === undefined) continue;
    const part = (bits & ENGAGED) === 0 ? 'free' : 'engaged';
    for (const [at, [first, last]] of bounds.entries()) {
      if ((from[slot] ?? NO_DAY) > last || (until[slot] ?? NO_DAY) < first) continue;
      const period = periods[at];
      if (promised !== undefined && period !== undefined && promisedIn(promised, period)) continue;
      count(at, where(slot), part, 1);
    }
  }
}

/** Figures by key, in the order in which keys first came. */
export class FigureTable {
  readonly lines = new Map<string, { where: Whereabouts; figures: Figures }>();
  readonly #keyOf: (where: Whereabouts) => string;

  constructor(keyOf: (where: Whereabouts) => string) {
    this.#keyOf = keyOf;
  }

  readonly add: Count = (where, part, amount) => {
    const key = this.#keyOf(where);
    const line = this.lines.get(key) ?? { where, figures: { missions: 0, posts: 0, free: 0, engaged: 0 } };
    line.figures[part] += amount;
    this.lines.set(key, line);
  };
}

/** Integer tenths are enough for the eye, and compare the same everywhere. */
export function tensionIn({ posts, free }: Pick<Figures, 'posts' | 'free'>): number {
  return Math.round(tensionOf(posts, free) * 100) / 100;
}
