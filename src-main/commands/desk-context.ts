/** What decisions stand on: the base, who decides, the time and ids that are given. Never the network. */
import type { Principal } from '../../contract/national/principal.ts';
import type { Store } from '../store/store.ts';
import type { BestPlan } from './best-proposals.ts';
import type { PlanToCommit } from './plan-to-commit.ts';
import type { SheetToImport } from './sheet-to-import.ts';

/** Who decides, as the session says it (never a window). */
export type Decider = Pick<Principal, 'personId' | 'role' | 'agency' | 'departements'>;

export interface DeskContext {
  readonly store: Store;
  readonly person: Decider;
  /** This workstation's clock, milliseconds since 1970. */
  readonly clock: () => number;
  /** A new UUIDv7. */
  readonly makeId: () => string;
  /** Who would be proposed to which mission, where a decision follows ranks; the engine makes it beforehand. */
  readonly plan?: BestPlan;
  /** The plan of arbitration that is committed; the engine made it beforehand. */
  readonly arbitration?: PlanToCommit;
  /** The rows of annex 2 that are imported; the engine read them beforehand. */
  readonly sheet?: SheetToImport;
}
