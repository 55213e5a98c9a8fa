/** A new, empty place for a database of either kind; free of the test runner, so that a command line may use it. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface FreshAddress {
  /** What `openDatabase` takes. */
  readonly address: string;
  remove(): Promise<void>;
}

/** A folder of its own for an embedded database. */
export function freshSqliteAddress(): FreshAddress {
  const folder = mkdtempSync(join(tmpdir(), 'renfort-national-'));
  return {
    address: join(folder, 'national.sqlite'),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function administer(server: string, command: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(command);
  } finally {
    await client.end();
  }
}

/** A database of its own on a PostgreSQL server, given as `postgres://user:password@host:port`. */
export async function freshPostgresAddress(server: string): Promise<FreshAddress> {
  const name = `renfort_${randomBytes(8).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`);
  return {
    address: `${server}/${name}`,
    remove: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}
