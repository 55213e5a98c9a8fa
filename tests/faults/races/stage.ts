/** A service to race on: one fresh database, one or two instances of the service's code on it, a clock that ticks. */
import type { Database } from '../../../national-api/database/database.ts';
import type { Ground } from '../../../national-api/kernel/ground.ts';
import type { DatabaseKind } from '../../support/databases.ts';
import { freshPostgresAddress, freshSqliteAddress } from '../../support/fresh-address.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { ServiceCode } from '../service/load-service.ts';
import { faultyDatabase } from './faulty-database.ts';
import { watchedDatabase } from './watched-database.ts';

/** Sunday 15 November 2020, 08:00 UTC: the same day in all 18 agencies, as at each 24 hours from there. */
export const STAGE_START = Date.UTC(2020, 10, 15, 8);
const DAY = 86_400_000;

export interface Stage {
  readonly kind: DatabaseKind;
  readonly code: ServiceCode;
  /** What the oracles read: never faulty. */
  readonly database: Database;
  /** Instances of the service, as many as share the database; the first is also used to place rows. */
  readonly grounds: readonly Ground[];
  /** The same instances, failing now and then as `random` says. */
  faultyGrounds(random: SeededRandom, probability: number): readonly Ground[];
  /** What transactions changed without holding it, since this was last asked. */
  takeUnheld(): string[];
  /** Moves the clock of every instance. */
  advance(days: number): void;
  /** The civil date, the same in all agencies. */
  today(): string;
  dispose(): Promise<void>;
}

/** Ids that grow like UUIDv7 and never come back, the same at each run. */
export function idMaker(label: number): () => string {
  let counter = 0;
  return () => {
    counter += 1;
    const time = (STAGE_START + counter).toString(16).padStart(12, '0');
    const tail = (label * 2 ** 24 + counter).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`;
  };
}

/**
 * @param server a PostgreSQL server, needed for that kind: `postgres://user:password@host:port`
 * @example const stage = await openStage('sqlite', await loadService());
 */
export async function openStage(kind: DatabaseKind, code: ServiceCode, server = ''): Promise<Stage> {
  const { address, remove } = kind === 'sqlite' ? freshSqliteAddress() : await freshPostgresAddress(server);
  const databases: Database[] = [await code.opening.openDatabase(address)];
  if (kind === 'postgres') databases.push(await code.opening.openDatabase(address));
  let now = STAGE_START;
  let salt = 0;
  const makeId = idMaker(1);
  const groundOn = (database: Database): Ground => ({
    database,
    clock: () => {
      now += 1;
      return now;
    },
    makeId,
    randomBytes: (count) => {
      salt += 1;
      return new TextEncoder().encode(String(salt).padStart(count, '0')).subarray(0, count);
    },
    settings: code.ground.DEFAULT_SETTINGS,
    log: () => {},
  });
  const unheld: string[] = [];
  const watched = (database: Database): Database => watchedDatabase(database, (what) => unheld.push(what));
  const grounds = databases.map((database) => groundOn(watched(database)));
  return {
    kind,
    code,
    database: databases[0] as Database,
    grounds,
    faultyGrounds: (random, probability) =>
      grounds.map((ground) => ({ ...ground, database: faultyDatabase(ground.database, random, probability) })),
    advance: (days) => {
      now += days * DAY;
    },
    today: () => new Date(now).toISOString().slice(0, 10),
    takeUnheld: () => unheld.splice(0),
    async dispose() {
      for (const database of databases) await database.close();
      await remove();
    },
  };
}
