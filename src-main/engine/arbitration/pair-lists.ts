/**
 * The pairs that a plan weighs, mission by mission: first the cheapest few, then those that the prices of a plan show to
 * be worth weighing. A plan that no left-out pair could better is the best of all pairs, though most were never weighed.
 */
import type { AssignmentInstance } from '../../arbitration/assignment-instance.ts';
import type { Prices } from '../../arbitration/prices.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';
import type { PairGates } from './pair-gates.ts';
import type { PeopleNearby } from './people-nearby.ts';
import type { PlanGroups } from './plan-groups.ts';
import type { PlanProblem } from './plan-problem.ts';

/** Cheapest pairs of each mission that are weighed at first, at least twice its posts; and most that a round adds. */
const FIRST_PAIRS = 64;
const ADDED_PAIRS = 48;
/** A pair in one number that sorts by cost, then by slot. */
const SLOTS = 2 ** 22;
const HECTOMETRES = 10;
/** The first circle that is looked into, and how much wider each next one is. */
const FIRST_RADIUS = 10;
const WIDER = 1.9;
const WIDEST = 6000;

const packed = (cost: number, slot: number): number => cost * SLOTS + slot;
const costOfKey = (key: number): number => Math.floor(key / SLOTS);
const slotOfKey = (key: number): number => key % SLOTS;

export class PairLists {
  readonly #problem: PlanProblem;
  readonly #gates: PairGates;
  readonly #nearby: PeopleNearby;
  /** By mission, sorted keys. */
  readonly #lists: Float64Array[] = [];
  /** By mission: every pair that was left out costs this much at least. */
  readonly #leftOut: Float64Array;

  constructor(problem: PlanProblem, gates: PairGates, nearby: PeopleNearby) {
    this.#problem = problem;
    this.#gates = gates;
    this.#nearby = nearby;
    this.#leftOut = new Float64Array(problem.missions.length).fill(Number.POSITIVE_INFINITY);
  }

  get size(): number {
    return this.#lists.reduce((sum, { length }) => sum + length, 0);
  }

  /** The cheapest pairs of one mission. Missions come in order. @param always slots that are weighed whatever they cost */
  gather(mission: number, always: readonly number[]): void {
    const terms = this.#terms(mission);
    const wanted = Math.max(FIRST_PAIRS, 2 * (this.#problem.posts[mission] ?? 0));
    const few = terms.place === null || this.#nearby.count(terms) <= 4 * wanted;
    const { keys, radius } = few ? this.#everybody(mission) : this.#nearest(mission, wanted);
    const list = few ? keys : keys.slice(0, wanted);
    const next = list.length < keys.length ? costOfKey(keys[list.length] ?? 0) : Number.POSITIVE_INFINITY;
    // Beyond the radius everything costs more than the way that far.
    this.#leftOut[mission] = Math.min(next, radius * HECTOMETRES);
    this.#lists[mission] = list;
    this.#add(
      mission,
      always.map((slot) => this.#key(mission, slot)).filter((key) => key >= 0),
    );
  }

  /** As the solver reads them. @param limits of the groups, pins taken off */
  instance({ groupOf }: PlanGroups, limits: Int32Array): AssignmentInstance {
    const { posts, weights, people, pins } = this.#problem;
    // A pin takes a post of its mission: what is left is the solver's.
    const left = Int32Array.from(posts);
    for (const [mission] of pins) left[mission] = Math.max(0, (left[mission] ?? 0) - 1);
    const starts = new Int32Array(this.#lists.length + 1);
    this.#lists.forEach(({ length }, mission) => {
      starts[mission + 1] = (starts[mission] ?? 0) + length;
    });
    const size = starts[this.#lists.length] ?? 0;
    const targets = new Int32Array(size);
    const costs = new Float64Array(size);
    let pair = 0;
    for (const list of this.#lists) {
      for (const key of list) {
        targets[pair] = slotOfKey(key);
        costs[pair] = costOfKey(key);
        pair += 1;
      }
    }
    return {
      posts: left,
      weights,
      starts,
      targets,
      costs,
      candidates: people.recent.length,
      groupOf,
      groupLimits: limits,
    };
  }

  /**
   * Adds the pairs that were left out and that these prices show to be worth more than they cost.
   *
   * @param unit by which the solver's costs are multiplied, and `extra` what a pair costs beside
   * @returns how many were added: 0 says that the plan of these prices is the best of all pairs
   */
  widen(mission: number, prices: Prices, sent: Int32Array, groupOf: Int32Array, unit: number, extra: number): number {
    const price = prices.missions[mission] ?? 0;
    if ((this.#problem.posts[mission] ?? 0) === 0) return 0;
    if (price <= (this.#leftOut[mission] as number) * unit + extra) return 0;
    const list = this.#lists[mission] ?? new Float64Array();
    const found: { key: number; gain: number }[] = [];
    const look = (slot: number): void => {
      const group = groupOf[slot] as number;
      const stays = group < 0 ? 0 : (prices.groups[group] as number);
      const paid = (sent[slot] as number) < 0 ? stays : (prices.candidates[slot] as number);
      // What the pair may cost and still be worth it: most people are sent, and their price says no at once.
      const most = (price + paid - extra) / unit;
      if (most <= 0) return;
      const distance = this.#gates.distance(mission, slot);
      if (distance * HECTOMETRES > most + 1) return;
      const cost = this.#gates.cost(mission, slot, distance);
      const key = packed(cost, slot);
      if (cost >= 0 && cost < most && !holds(list, key)) found.push({ key, gain: most - cost });
    };
    // Nobody is paid more than their group: where a full opening asks more than the mission pays, none of its people is.
    const isWorth = (group: number): boolean => price + (group < 0 ? 0 : (prices.groups[group] as number)) > extra;
    this.#nearby.visit(this.#terms(mission), price / unit / HECTOMETRES, look, isWorth);
    found.sort((left, right) => right.gain - left.gain || left.key - right.key);
    this.#add(
      mission,
      found.slice(0, ADDED_PAIRS).map(({ key }) => key),
    );
    return Math.min(found.length, ADDED_PAIRS);
  }

  #add(mission: number, keys: readonly number[]): void {
    const list = this.#lists[mission] ?? new Float64Array();
    const fresh = keys.filter((key) => !holds(list, key));
    if (fresh.length > 0) this.#lists[mission] = Float64Array.from([...list, ...fresh]).sort();
  }

  #everybody(mission: number): { keys: Float64Array; radius: number } {
    const keys: number[] = [];
    this.#nearby.visit(this.#terms(mission), Number.POSITIVE_INFINITY, (slot) => {
      const key = this.#key(mission, slot);
      if (key >= 0) keys.push(key);
    });
    return { keys: Float64Array.from(keys).sort(), radius: Number.POSITIVE_INFINITY };
  }

  /** Circle after circle, each looked at once, until so many pairs cost less than the way beyond it. */
  #nearest(mission: number, wanted: number): { keys: Float64Array; radius: number } {
    const terms = this.#terms(mission);
    const keys: number[] = [];
    let inner = -1;
    for (let radius = FIRST_RADIUS; radius < WIDEST; radius *= WIDER) {
      this.#nearby.visit(terms, radius, (slot) => {
        const distance = this.#gates.distance(mission, slot);
        const isNew = Number.isNaN(distance) ? inner < 0 : distance > inner && distance <= radius;
        if (!isNew) return;
        const cost = this.#gates.cost(mission, slot, distance);
        if (cost >= 0) keys.push(packed(cost, slot));
      });
      const sure = packed(radius * HECTOMETRES, 0);
      if (keys.length >= wanted && keys.filter((key) => key < sure).length >= wanted)
        return { keys: Float64Array.from(keys).sort(), radius };
      inner = radius;
    }
    return this.#everybody(mission);
  }

  #key(mission: number, slot: number): number {
    const cost = this.#gates.cost(mission, slot, this.#gates.distance(mission, slot));
    return cost < 0 ? -1 : packed(cost, slot);
  }

  #terms(mission: number): MissionTerms {
    return this.#problem.missions[mission] as MissionTerms;
  }
}

function holds(sorted: Float64Array, key: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === key;
}
