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

/** Where people are, each place and profession once: its number among them, by the slot of a person. */
class Places {
  readonly known: Whereabouts[] = [];
  readonly #terms: DeskImage['candidates']['terms'];
  readonly #numbers = new Map<number, number>();

  constructor({ candidates: { terms } }: DeskImage) {
    this.#terms = terms;
  }

  of(slot: number): number {
    const { agency, departement, profession } = this.#terms.at;
    const key = ((agency[slot] ?? 0) * 65_536 + (departement[slot] ?? 0)) * 65_536 + (profession[slot] ?? 0);
    const number = this.#numbers.get(key);
    if (number !== undefined) return number;
    this.#numbers.set(key, this.known.length);
    this.known.push({
      agency: agency[slot] === 0 ? null : (agency[slot] ?? null),
      departement: String(this.#terms.departements.decode(departement[slot] ?? 0) ?? ''),
      profession: String(this.#terms.professions.decode(profession[slot] ?? 0) ?? ''),
    });
    return this.known.length - 1;
  }
}

function promisedIn(ranges: readonly CivilRange[] | undefined, { from, until }: Period): boolean {
  return ranges?.some((range) => rangesOverlap(range, { from, until })) ?? false;
}

/**
 * Everybody is looked at once, whatever the number of periods; what is told is how many, place by place.
 *
 * @param count `at` is the period's place in the list
 */
export function countPeople(
  image: DeskImage,
  periods: readonly Period[],
  count: (at: number, ...told: Parameters<Count>) => void,
): void {
  const { terms } = image.candidates;
  const places = new Places(image);
  const days = periods.map(({ from, until }) => [dayNumber(from), dayNumber(until)] as const);
  const free: number[][] = periods.map(() => []);
  const engaged: number[][] = periods.map(() => []);
  const { held, from, until, bucket } = terms.at;
  for (let slot = 0; slot < bucket.length; slot += 1) {
    const bits = held[slot] ?? 0;
    if ((bucket[slot] ?? 0) === 0 || (bits & HELD.unavailable) !== 0) continue;
    const promised = terms.promised.get(slot);
    // Assigned by a proposal that this workstation cannot see: until when is not known.
    if ((bits & HELD.assigned) !== 0 && promised === undefined) continue;
    const part = (bits & ENGAGED) === 0 ? free : engaged;
    const [first, last, place] = [from[slot] ?? NO_DAY, until[slot] ?? NO_DAY, places.of(slot)];
    for (let at = 0; at < days.length; at += 1) {
      const bounds = days[at];
      const period = periods[at];
      const counts = part[at];
      if (bounds === undefined || period === undefined || counts === undefined) continue;
      if (first > bounds[1] || last < bounds[0]) continue;
      if (promised !== undefined && promisedIn(promised, period)) continue;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  for (const [part, counted] of [
    ['free', free],
    ['engaged', engaged],
  ] as const) {
    for (const [at, counts] of counted.entries()) {
      for (const [place, amount] of counts.entries()) {
        const where = places.known[place];
        if (where !== undefined && (amount ?? 0) > 0) count(at, where, part, amount);
      }
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
