/**
 * The exact plan: as many posts as can be filled, those of higher lanes first, at the least cost. One post after the
 * other is given the shortest alternating path to somebody free (successive shortest paths with prices, after Jonker and
 * Volgenant); posts of one mission share a node, and a group of candidates of which only so many may go is a node too.
 *
 * ```
 *   post of s ──cost──▶ c ──taken from──▶ m ──cost──▶ c' … ──▶ somebody free            the path is turned over
 *                        └─ free, but the group is full ──▶ group ──▶ c'' of the group, who is freed from their mission
 *                                                     …  or no one is free: the cheapest post of the lowest lane stays empty
 * ```
 *
 * Invariants after each post, which `prove-optimal.ts` checks at the end without trusting any of this:
 * price(mission) + price(candidate) ≤ cost of each pair, equal where they are sent; price(candidate) ≤ price(group) ≤ 0;
 * a group with a price is full; a mission with an empty post has the price of leaving it empty.
 */
import type { Assignment, AssignmentInstance } from './assignment-instance.ts';
import { CandidateHeap } from './candidate-heap.ts';
import type { Prices } from './prices.ts';
import { priceOfEmptyPost } from './prices.ts';

export interface Solution {
  readonly assignment: Assignment;
  readonly prices: Prices;
}

const NOBODY = -1;
/** `from` of somebody reached because their group must give a place back: group g is -2 - g. */
const fromGroup = (group: number): number => -2 - group;

/** The matching so far, its prices, and the marks of the search under way. */
export class AssignmentSearch {
  readonly #instance: AssignmentInstance;
  readonly #empty: number;
  readonly #missionOf: Int32Array;
  readonly #costOf: Float64Array;
  /** Of who is sent; 0 of the others, whose true price is that of their group: 0 or less. */
  readonly #prices: Float64Array;
  readonly #missionPrices: Float64Array;
  readonly #groupPrices: Float64Array;
  /** By group, those of its people who are sent; `#placeInGroup` is where each stands. */
  readonly #sentOf: readonly number[][];
  readonly #placeInGroup: Int32Array;
  /** By mission, its people; `#place` is where each stands. */
  readonly #people: number[][];
  readonly #place: Int32Array;
  // Marks of one search: valid where the stamp is the search's.
  #stamp = 0;
  readonly #heap = new CandidateHeap();
  readonly #reachedAt: Float64Array;
  readonly #reached: Int32Array;
  readonly #settled: Int32Array;
  readonly #from: Int32Array;
  readonly #fromCost: Float64Array;
  readonly #missionMark: Int32Array;
  readonly #missionAt: Float64Array;
  /** Through whom a mission was reached: the one that it would lose. */
  readonly #loses: Int32Array;
  readonly #groupMark: Int32Array;
  readonly #groupAt: Float64Array;
  readonly #groupThrough: Int32Array;
  #visited: number[] = [];
  #visitedGroups: number[] = [];
  /** Where the best path known ends, and its length: a free candidate, or a mission whose post stays empty. */
  #bound = 0;
  #end = NOBODY;
  #endsEmpty = true;

  constructor(instance: AssignmentInstance) {
    const { posts, candidates, groupLimits } = instance;
    const missions = posts.length;
    this.#instance = instance;
    this.#empty = priceOfEmptyPost(instance);
    this.#missionOf = new Int32Array(candidates).fill(NOBODY);
    this.#costOf = new Float64Array(candidates);
    this.#prices = new Float64Array(candidates);
    this.#missionPrices = new Float64Array(missions);
    this.#groupPrices = new Float64Array(groupLimits.length);
    this.#sentOf = Array.from(groupLimits, () => []);
    this.#placeInGroup = new Int32Array(candidates);
    this.#people = Array.from(posts, () => []);
    this.#place = new Int32Array(candidates);
    this.#reachedAt = new Float64Array(candidates);
    this.#reached = new Int32Array(candidates);
    this.#settled = new Int32Array(candidates);
    this.#from = new Int32Array(candidates);
    this.#fromCost = new Float64Array(candidates);
    this.#missionMark = new Int32Array(missions);
    this.#missionAt = new Float64Array(missions);
    this.#loses = new Int32Array(missions);
    this.#groupMark = new Int32Array(groupLimits.length);
    this.#groupAt = new Float64Array(groupLimits.length);
    this.#groupThrough = new Int32Array(groupLimits.length);
  }

  solution(): Solution {
    return {
      assignment: this.#missionOf,
      prices: {
        missions: this.#missionPrices,
        candidates: this.#prices,
        groups: this.#groupPrices,
        empty: this.#empty,
      },
    };
  }

  /** Looks for one more person for the mission. @returns false when a post of its own stays empty */
  fill(mission: number): boolean {
    this.#search(mission);
    const isOwnPostEmpty = this.#endsEmpty && this.#end === mission;
    if (!isOwnPostEmpty) this.#turnOver(mission);
    this.#raisePrices();
    return !isOwnPostEmpty;
  }

  #search(source: number): void {
    this.#stamp += 1;
    this.#heap.clear();
    this.#visited = [];
    this.#visitedGroups = [];
    this.#bound = this.#priceOfLeaving(source);
    this.#end = source;
    this.#endsEmpty = true;
    this.#visit(source, 0, NOBODY);
    const heap = this.#heap;
    while (heap.nearest < this.#bound) {
      const key = heap.nearest;
      const candidate = heap.pop();
      if (this.#settled[candidate] === this.#stamp || this.#reachedAt[candidate] !== key) continue;
      this.#settled[candidate] = this.#stamp;
      const mission = this.#missionOf[candidate] as number;
      if (mission === NOBODY) this.#askGroup(candidate, key);
      else if (this.#missionMark[mission] !== this.#stamp) this.#visit(mission, key, candidate);
    }
  }

  #priceOfLeaving(mission: number): number {
    return (this.#instance.weights[mission] as number) * this.#empty - (this.#missionPrices[mission] as number);
  }

  /** From a mission that must give somebody up (or gains a post), to everybody that it could have instead. */
  #visit(mission: number, at: number, through: number): void {
    this.#missionMark[mission] = this.#stamp;
    this.#missionAt[mission] = at;
    this.#loses[mission] = through;
    this.#visited.push(mission);
    if (through !== NOBODY && at + this.#priceOfLeaving(mission) < this.#bound) {
      this.#bound = at + this.#priceOfLeaving(mission);
      this.#end = mission;
      this.#endsEmpty = true;
    }
    const { starts, targets, costs } = this.#instance;
    const base = at - (this.#missionPrices[mission] as number);
    const last = starts[mission + 1] as number;
    const [prices, missionOf] = [this.#prices, this.#missionOf];
    let bound = this.#bound;
    for (let pair = starts[mission] as number; pair < last; pair += 1) {
      const candidate = targets[pair] as number;
      const cost = costs[pair] as number;
      // Exact for who is sent, and never too far for who is not: most pairs are left after this one look.
      const distance = base + cost - (prices[candidate] as number);
      if (distance >= bound) continue;
      const holder = missionOf[candidate] as number;
      if (holder === NOBODY) bound = this.#askFree(candidate, distance, mission, cost);
      else if (holder !== mission && this.#reach(candidate, distance, mission, cost))
        this.#heap.push(distance, candidate);
    }
  }

  /** @param distance as if their group asked nothing @returns the length of the best path known */
  #askFree(candidate: number, distance: number, mission: number, cost: number): number {
    const { groupOf, groupLimits } = this.#instance;
    const group = groupOf[candidate] as number;
    if (group < 0 || (this.#sentOf[group] as number[]).length < (groupLimits[group] as number)) {
      this.#reach(candidate, distance, mission, cost);
      this.#bound = distance;
      this.#end = candidate;
      this.#endsEmpty = false;
      return distance;
    }
    const beyond = distance - (this.#groupPrices[group] as number);
    if (beyond < this.#bound && this.#reach(candidate, beyond, mission, cost)) this.#heap.push(beyond, candidate);
    return this.#bound;
  }

  /** @returns whether this is the shortest way to them so far */
  #reach(candidate: number, distance: number, from: number, cost: number): boolean {
    if (this.#reached[candidate] === this.#stamp) {
      if (this.#settled[candidate] === this.#stamp || distance >= (this.#reachedAt[candidate] as number)) return false;
    }
    this.#reached[candidate] = this.#stamp;
    this.#reachedAt[candidate] = distance;
    this.#from[candidate] = from;
    this.#fromCost[candidate] = cost;
    return true;
  }

  /** Somebody is free, but as many of their group as may go are sent: one of those must stay instead. */
  #askGroup(candidate: number, at: number): void {
    const group = this.#instance.groupOf[candidate] as number;
    if (this.#groupMark[group] === this.#stamp) return;
    this.#groupMark[group] = this.#stamp;
    this.#groupAt[group] = at;
    this.#groupThrough[group] = candidate;
    this.#visitedGroups.push(group);
    const price = this.#groupPrices[group] as number;
    for (const member of this.#sentOf[group] as number[]) {
      const distance = at + price - (this.#prices[member] as number);
      if (distance < this.#bound && this.#reach(member, distance, fromGroup(group), 0))
        this.#heap.push(distance, member);
    }
  }

  /** Sends everybody along the path found, from its end back to the mission that it was found for. */
  #turnOver(source: number): void {
    let candidate = this.#end;
    if (this.#endsEmpty) {
      const emptied = this.#end;
      candidate = this.#loses[emptied] as number;
      this.#leave(emptied, candidate);
    }
    for (;;) {
      const from = this.#from[candidate] as number;
      if (from <= -2) {
        const group = -2 - from;
        this.#release(candidate);
        candidate = this.#groupThrough[group] as number;
        continue;
      }
      const lost = from === source ? NOBODY : (this.#loses[from] as number);
      this.#send(candidate, from, lost);
      if (from === source) return;
      candidate = lost;
    }
  }

  /** In the place of the one whom the mission loses, or in a new one. */
  #send(candidate: number, mission: number, instead: number): void {
    const people = this.#people[mission] as number[];
    const place = instead === NOBODY ? people.length : (this.#place[instead] as number);
    people[place] = candidate;
    this.#place[candidate] = place;
    if (this.#missionOf[candidate] === NOBODY) this.#enterGroup(candidate);
    this.#missionOf[candidate] = mission;
    this.#costOf[candidate] = this.#fromCost[candidate] as number;
  }

  /** The mission keeps an empty post; the one who leaves it is sent elsewhere, or released, right after. */
  #leave(mission: number, candidate: number): void {
    const people = this.#people[mission] as number[];
    const last = people.pop() as number;
    if (last === candidate) return;
    const place = this.#place[candidate] as number;
    people[place] = last;
    this.#place[last] = place;
  }

  #release(candidate: number): void {
    this.#missionOf[candidate] = NOBODY;
    this.#prices[candidate] = 0;
    const group = this.#instance.groupOf[candidate] as number;
    if (group < 0) return;
    const sent = this.#sentOf[group] as number[];
    const last = sent.pop() as number;
    if (last === candidate) return;
    const place = this.#placeInGroup[candidate] as number;
    sent[place] = last;
    this.#placeInGroup[last] = place;
  }

  #enterGroup(candidate: number): void {
    const group = this.#instance.groupOf[candidate] as number;
    if (group >= 0) this.#placeInGroup[candidate] = (this.#sentOf[group] as number[]).push(candidate) - 1;
  }

  #raisePrices(): void {
    for (const mission of this.#visited) {
      const price = (this.#missionPrices[mission] as number) + this.#bound - (this.#missionAt[mission] as number);
      this.#missionPrices[mission] = price;
      for (const candidate of this.#people[mission] as number[]) {
        this.#prices[candidate] = (this.#costOf[candidate] as number) - price;
      }
    }
    for (const group of this.#visitedGroups) {
      this.#groupPrices[group] = (this.#groupPrices[group] as number) + (this.#groupAt[group] as number) - this.#bound;
    }
  }
}
