/** The same suite on both databases: a fresh one for each test, of either kind. */
import { describe, inject } from 'vitest';
import type { Database } from '../../national-api/database/database.ts';
import { openDatabase } from '../../national-api/database/open-database.ts';
import type { FreshAddress } from './fresh-address.ts';
import { freshPostgresAddress, freshSqliteAddress } from './fresh-address.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server, without a database: `postgres://user:password@127.0.0.1:port`. */
    postgresServer: string;
  }
}

export type DatabaseKind = 'sqlite' | 'postgres';

export interface TestDatabase {
  readonly database: Database;
  /** Where it lives, to open it a second time (another instance, another process). */
  readonly address: string;
  /** Closes and removes it. */
  dispose(): Promise<void>;
}

/** A new empty address; the database itself is made when it is opened. */
export async function freshAddress(kind: DatabaseKind): Promise<FreshAddress> {
  return kind === 'sqlite' ? freshSqliteAddress() : freshPostgresAddress(inject('postgresServer'));
}

export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const { address, remove } = await freshAddress(kind);
  const database = await openDatabase(address);
  return {
    database,
    address,
    async dispose() {
      await database.close();
      await remove();
    },
  };
}

/**
 * Declares the suite twice.
 *
 * @example
 * onBothDatabases('contacts', (kind) => { it('F85 …', async () => { const world = await startWorld(kind); … }); });
 */
export function onBothDatabases(title: string, suite: (kind: DatabaseKind) => void): void {
  describe.each(['sqlite', 'postgres'] as const)(`${title} on %s`, (kind) => suite(kind));
}
