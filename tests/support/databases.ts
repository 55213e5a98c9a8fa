/** The same suite on both databases: a fresh one for each test, of either kind. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject } from 'vitest';
import type { Database } from '../../national-api/database/database.ts';
import { openDatabase } from '../../national-api/database/open-database.ts';

export type DatabaseKind = 'sqlite' | 'postgres';

export interface TestDatabase {
  readonly database: Database;
  /** Where it lives, to open it a second time (another instance, another process). */
  readonly address: string;
  /** Closes and removes it. */
  dispose(): Promise<void>;
}

async function administer(command: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgresServer')}/postgres` });
  await client.connect();
  try {
    await client.query(command);
  } finally {
    await client.end();
  }
}

/** A new empty address; the database itself is made when it is opened. */
export async function freshAddress(kind: DatabaseKind): Promise<{ address: string; remove(): Promise<void> }> {
  if (kind === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'renfort-national-'));
    return {
      address: join(folder, 'national.sqlite'),
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const name = `renfort_${randomBytes(8).toString('hex')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`);
  return {
    address: `${inject('postgresServer')}/${name}`,
    remove: () => administer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
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
