/** What a case is given, and what it says: one process a case, one JSON line out. */
import { createHash } from 'node:crypto';
import type { Database } from '../../national-api/database/database.ts';
import { openDatabase } from '../../national-api/database/open-database.ts';
import type { Ground } from '../../national-api/kernel/ground.ts';
import { DEFAULT_SETTINGS } from '../../national-api/kernel/ground.ts';
import type { NationSize } from '../../national-api/nation/nation-size.ts';
import { createRandom } from '../../national-api/nation/random.ts';
import type { Figure } from './figure.ts';

export const DATABASE_KINDS = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

export interface CaseInput {
  readonly name: string;
  readonly database: DatabaseKind;
  /** Of the base that holds the nation; of an empty one for the generation. */
  readonly address: string;
  /** A folder of the case's own, thrown away after it. */
  readonly folder: string;
  readonly size: NationSize;
  /** Below 1 in the test of the bench itself. */
  readonly scale: number;
  readonly round: number;
}

export interface Measure {
  readonly milliseconds: number;
  /** Rows written or read, or commands judged. */
  readonly count: number;
  /** Bytes on the wire or on disk, where that matters. */
  readonly bytes?: number;
  /** What it tells beside its time. */
  readonly figures?: readonly Figure[];
}

export type BenchCase = (input: CaseInput) => Promise<Measure>;

/** Noon of a day of the second wave: every run draws the same nation. */
const NOW = Date.UTC(2020, 10, 15, 12);

/** Opens the base of a case; the clock stands still and ids differ from round to round. */
export async function openGround({ address, name, round }: CaseInput): Promise<Ground & { database: Database }> {
  const random = createRandom(round, `bench:${name}`);
  return {
    database: await openDatabase(address),
    clock: () => NOW,
    makeId: () => random.id(NOW),
    randomBytes: (count) => createHash('sha256').update(random.hex(16)).digest().subarray(0, count),
    settings: DEFAULT_SETTINGS,
    log: () => {},
  };
}

/** Milliseconds that `work` takes. */
export async function timed<Result>(work: () => Promise<Result>): Promise<{ milliseconds: number; result: Result }> {
  const start = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - start, result };
}
