/** Runs compiled queries and prepared statements on the one connection, times them, and names the slow ones in the log. */
import type { Compilable } from 'kysely';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Log } from '../diagnostics/log.ts';
import type { DeskTables } from './desk-tables.ts';
import type { Connection } from './open-encrypted.ts';
import { asStoreFault } from './store-fault.ts';

/** Beyond it a query is named in the log: a person would feel it (ARCHITECTURE §7.8). */
const SLOW_MILLISECONDS = 40;

type Value = string | number | null | bigint | Uint8Array;

interface Prepared {
  all(...values: readonly Value[]): unknown[];
  get(...values: readonly Value[]): unknown;
  run(...values: readonly Value[]): { readonly changes: number };
}

/** Writes queries; nothing runs through it. */
export type QueryBuilder = Kysely<DeskTables>;

/** A builder for the query files of this folder; it holds no connection. */
export const build: QueryBuilder = new Kysely<DeskTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export class Statements {
  readonly #connection: Connection;
  readonly #log: Log;
  readonly #clock: () => number;
  readonly #name: (error: unknown) => unknown;
  readonly #prepared = new Map<string, Prepared>();

  /**
   * @param clock milliseconds, monotonic; only measures
   * @param name the fault behind an error of SQLite
   */
  constructor(connection: Connection, log: Log, clock: () => number, name = asStoreFault) {
    this.#connection = connection;
    this.#log = log;
    this.#clock = clock;
    this.#name = name;
  }

  /** Every row of a query. */
  all<Row>(query: Compilable<Row>): Row[] {
    const { sql, parameters } = query.compile();
    return this.#timed(sql, () => this.#prepare(sql).all(...(parameters as readonly Value[]))) as Row[];
  }

  first<Row>(query: Compilable<Row>): Row | undefined {
    const { sql, parameters } = query.compile();
    return this.#timed(sql, () => this.#prepare(sql).get(...(parameters as readonly Value[]))) as Row | undefined;
  }

  /** Rows of a statement written by hand, with positional values. */
  rows<Row>(sql: string, ...values: readonly Value[]): Row[] {
    return this.#timed(sql, () => this.#prepare(sql).all(...values)) as Row[];
  }

  /** @returns how many rows it changed */
  run(query: string | Compilable<unknown>, ...values: readonly Value[]): number {
    if (typeof query === 'string') return this.#timed(query, () => this.#prepare(query).run(...values)).changes;
    const { sql, parameters } = query.compile();
    return this.#timed(sql, () => this.#prepare(sql).run(...(parameters as readonly Value[]))).changes;
  }

  /** A statement to run many times, each value in its place; the whole of it is timed by nobody. */
  preparedRun(sql: string): (values: readonly Value[]) => void {
    const prepared = this.#prepare(sql);
    return (values) => {
      try {
        prepared.run(...values);
      } catch (error) {
        throw this.#name(error);
      }
    };
  }

  /** Forgets prepared statements: the tables they speak of were made anew. */
  forget(): void {
    this.#prepared.clear();
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const made = this.#connection.prepare(sql) as unknown as Prepared;
    this.#prepared.set(sql, made);
    return made;
  }

  #timed<Result>(sql: string, work: () => Result): Result {
    const start = this.#clock();
    try {
      return work();
    } catch (error) {
      throw this.#name(error);
    } finally {
      const spent = this.#clock() - start;
      // Statements hold no value, only their shape: no name can be in them.
      if (spent > SLOW_MILLISECONDS) {
        this.#log('store.slow', { milliseconds: Math.round(spent), sql: sql.replace(/\s+/g, ' ').slice(0, 200) });
      }
    }
  }
}
