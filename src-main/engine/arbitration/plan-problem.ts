/** What a worker is given to make a plan from, and what it answers: packed, nameless, of one moment. */
import type { ArbitrationConstraints } from '../../../contract/app/arbitration-contract.ts';
import type { ShortfallReason } from '../../../contract/domain/shortfall.ts';
import type { MissionTerms, OpeningTerms } from '../matching/mission-terms.ts';
import type { FrozenPeople } from './frozen-people.ts';

/** A mission (its place in `missions`) and a candidate (their slot). */
export type PlacedPair = readonly [mission: number, slot: number];

/** An opening whose ceiling counts who comes through it. */
export interface CountedOpening {
  readonly terms: OpeningTerms;
  /** People who may still come. */
  readonly left: number;
  /** By mission: 1 where it receives. */
  readonly receives: Uint8Array;
}

export interface PlanProblem {
  readonly people: FrozenPeople;
  readonly missions: readonly MissionTerms[];
  /** Posts that nobody is accepted, contacted or proposed for. */
  readonly posts: Int32Array;
  /** 1 to 5, the higher the more urgent. */
  readonly weights: Uint8Array;
  /** The CCS reaches people outside their region by its own decision. */
  readonly isNational: boolean;
  readonly constraints: Omit<ArbitrationConstraints, 'reach'>;
  /** Empty where ceilings do not count. */
  readonly openings: readonly CountedOpening[];
  readonly pins: readonly PlacedPair[];
  readonly forbidden: readonly PlacedPair[];
  /** The plan before, where there was one. */
  readonly before: readonly PlacedPair[] | null;
}

export interface PlanCount {
  /** By weight, from 1. */
  readonly byWeight: readonly number[];
  readonly kilometres: number;
  readonly medianKilometres: number | null;
  readonly beyondRegion: number;
}

export interface PlannedPair {
  readonly mission: number;
  readonly slot: number;
  readonly isPinned: boolean;
}

export interface EmptyPosts {
  readonly mission: number;
  readonly posts: number;
  readonly reason: ShortfallReason;
}

export interface PlanAnswer {
  readonly pairs: readonly PlannedPair[];
  readonly empty: readonly EmptyPosts[];
  readonly plan: PlanCount;
  readonly greedy: PlanCount;
  readonly isProven: boolean;
  /** Pairs that were weighed. */
  readonly weighed: number;
  readonly kept: number | null;
}

export type PlanPhase = 'gathering' | 'solving' | 'comparing' | 'explaining';

export type TellProgress = (phase: PlanPhase, done: number, outOf: number) => void;
