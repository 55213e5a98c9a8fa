/**
 * What matching needs of each candidate, packed, at the candidate's slot of the image; and the slots of each profession
 * by agency, which is what a mission looks through. Distance is no wall (F98), so there is nothing that a spatial index
 * could leave out: everybody of the profession within reach counts, wherever they live.
 */
import type { CivilRange } from '../../../contract/domain/civil-date.ts';
import { MOBILISATIONS } from '../../../contract/domain/mobilisation.ts';
import { MAX_OPEN_PROPOSALS } from '../../../contract/domain/proposal.ts';
import type { CandidateViewRow } from '../../store/views/view-rows.ts';
import { dayNumber, NO_DAY } from '../image/day-number.ts';
import { Dictionary } from '../image/dictionary.ts';
import type { PoolTerms } from './pool-terms.ts';

/** Bits of `flags`: what the person has. */
export const HAS = {
  vehicle: 1,
  weekend: 2,
  vaccinationHelp: 4,
  ehpad: 8,
  intensiveCare: 16,
  vaccinationExperience: 32,
  verified: 64,
} as const;
/** Bits of `held`: what keeps the person from another mission. */
export const HELD = { unavailable: 1, assigned: 2, contacted: 4, tooManyProposals: 8, waiting: 16 } as const;

export const MOBILISATION_BITS: Readonly<Record<string, number>> = Object.fromEntries(
  MOBILISATIONS.map((mobilisation, index) => [mobilisation, 1 << index]),
);

/** Of a position, finest first (contract/domain/geography/places.ts); what is unknown counts as the finest: it has no point. */
export const PRECISIONS: readonly string[] = ['commune', 'epci', 'arrondissement', 'departement'];
/** Agencies are 1 to 18; 0 is none. */
const AGENCIES = 32;
const FIRST_CAPACITY = 1024;

/** Room that is made at once for people who come later: each growth copies every array. */
const GROWTH = 1.5;

const makeArrays = (capacity: number) => ({
  flags: new Uint8Array(capacity),
  held: new Uint8Array(capacity),
  /** A bit of MOBILISATION_BITS. */
  mobilisation: new Uint8Array(capacity),
  poolKinds: new Uint8Array(capacity),
  agency: new Uint8Array(capacity),
  profession: new Uint16Array(capacity),
  specialty: new Uint16Array(capacity),
  departement: new Uint16Array(capacity),
  from: new Int32Array(capacity),
  until: new Int32Array(capacity),
  /** Place in the bucket, to leave it without looking for it. */
  place: new Uint32Array(capacity),
  /** 1 + bucket; 0: nobody is here. */
  bucket: new Uint16Array(capacity),
  latitude: new Float64Array(capacity),
  longitude: new Float64Array(capacity),
  /** A place of PRECISIONS: how finely the point is known, which the map must say. */
  precision: new Uint8Array(capacity),
});
type Arrays = ReturnType<typeof makeArrays>;

export class CandidateTerms {
  at: Arrays = makeArrays(FIRST_CAPACITY);
  readonly professions = new Dictionary();
  readonly specialties = new Dictionary();
  readonly departements = new Dictionary();
  /** Ids of the territorial pools of those whom only such pools hold. */
  readonly territorial = new Map<number, readonly string[]>();
  /** Days already promised to others, of those who promised any. */
  readonly promised = new Map<number, readonly CivilRange[]>();
  readonly #buckets: number[][] = [];
  readonly #versions: number[] = [];
  readonly #free = new Map<number, number>();

  /** Slots of one profession and agency; null: of those who live under none. */
  bucket(profession: number, agency: number | null): readonly number[] {
    return this.#buckets[profession * AGENCIES + (agency ?? 0)] ?? [];
  }

  /** Agencies (0: none) where the profession is, in order. */
  agenciesOf(profession: number): readonly number[] {
    return Array.from({ length: AGENCIES }, (_, agency) => agency).filter(
      (agency) => this.bucket(profession, agency).length > 0,
    );
  }

  /** Grows each time somebody of the profession comes, goes, or changes. */
  version(profession: number): number {
    return this.#versions[profession] ?? 0;
  }

  /** DISPONIBLE people of a profession in a département: the other half of tension (DOMAIN §2.8). */
  freeIn(departement: string, profession: string): number {
    return this.#free.get(this.#freeKey(this.departements.find(departement), this.professions.find(profession))) ?? 0;
  }

  write(slot: number, row: CandidateViewRow, pools: PoolTerms, promised: readonly CivilRange[]): void {
    this.#grow(slot);
    this.clear(slot);
    const { at } = this;
    at.flags[slot] = flagsOf(row);
    at.held[slot] = heldOf(row);
    at.mobilisation[slot] = MOBILISATION_BITS[row.mobilisation] ?? 0;
    at.poolKinds[slot] = pools.kinds;
    at.agency[slot] = row.agency ?? 0;
    at.profession[slot] = this.professions.encode(row.profession);
    at.specialty[slot] = this.specialties.encode(row.specialty);
    at.departement[slot] = this.departements.encode(row.departement);
    at.from[slot] = dayNumber(row.startDate);
    at.until[slot] = row.endDate === null ? NO_DAY : dayNumber(row.endDate);
    at.latitude[slot] = row.latitude ?? Number.NaN;
    at.longitude[slot] = row.longitude ?? Number.NaN;
    at.precision[slot] = Math.max(0, PRECISIONS.indexOf(row.precision));
    if (pools.isTerritorialOnly) this.territorial.set(slot, pools.territorial);
    if (promised.length > 0) this.promised.set(slot, promised);
    this.#enter(slot);
  }

  /** The person is gone. */
  clear(slot: number): void {
    const { at } = this;
    const bucket = (at.bucket[slot] ?? 0) - 1;
    if (bucket < 0) return;
    this.#countFree(slot, -1);
    this.#touch(at.profession[slot] ?? 0);
    const slots = this.#buckets[bucket] ?? [];
    const last = slots.pop();
    if (last !== undefined && last !== slot) {
      const place = at.place[slot] ?? 0;
      slots[place] = last;
      at.place[last] = place;
    }
    at.bucket[slot] = 0;
    this.territorial.delete(slot);
    this.promised.delete(slot);
  }

  #enter(slot: number): void {
    const { at } = this;
    const bucket = (at.profession[slot] ?? 0) * AGENCIES + (at.agency[slot] ?? 0);
    const slots = this.#buckets[bucket] ?? [];
    this.#buckets[bucket] = slots;
    at.bucket[slot] = bucket + 1;
    at.place[slot] = slots.length;
    slots.push(slot);
    this.#countFree(slot, 1);
    this.#touch(at.profession[slot] ?? 0);
  }

  #countFree(slot: number, change: 1 | -1): void {
    const { at } = this;
    const bound = HELD.unavailable | HELD.assigned | HELD.contacted | HELD.waiting;
    if (((at.held[slot] ?? 0) & bound) !== 0) return;
    const key = this.#freeKey(at.departement[slot], at.profession[slot]);
    this.#free.set(key, (this.#free.get(key) ?? 0) + change);
  }

  #freeKey(departement: number | undefined, profession: number | undefined): number {
    return (departement ?? 0) * 65_536 + (profession ?? 0);
  }

  #touch(profession: number): void {
    this.#versions[profession] = (this.#versions[profession] ?? 0) + 1;
  }

  #grow(slot: number): void {
    const capacity = this.at.flags.length;
    if (slot < capacity) return;
    this.reserve(Math.max(slot + 1, Math.ceil(capacity * GROWTH)));
  }

  /** Makes room for so many people at once. */
  reserve(people: number): void {
    if (people <= this.at.flags.length) return;
    const grown = makeArrays(people);
    for (const name of Object.keys(grown) as (keyof Arrays)[]) grown[name].set(this.at[name]);
    this.at = grown;
  }
}

function flagsOf(row: CandidateViewRow): number {
  return (
    (row.vehicle === 1 ? HAS.vehicle : 0) |
    (row.weekend === 1 ? HAS.weekend : 0) |
    (row.vaccinationHelp === 1 ? HAS.vaccinationHelp : 0) |
    (row.ehpad === 1 ? HAS.ehpad : 0) |
    (row.intensiveCare === 1 ? HAS.intensiveCare : 0) |
    (row.vaccinationExperience === 1 ? HAS.vaccinationExperience : 0) |
    (row.verification === 'verified' ? HAS.verified : 0)
  );
}

function heldOf(row: CandidateViewRow): number {
  return (
    (row.availability === 'unavailable' ? HELD.unavailable : 0) |
    (row.engagement === 'assigned' ? HELD.assigned : 0) |
    (row.engagement === 'contacted' ? HELD.contacted : 0) |
    (row.engagement === 'proposed' ? HELD.waiting : 0) |
    (row.openProposals >= MAX_OPEN_PROPOSALS ? HELD.tooManyProposals : 0)
  );
}
