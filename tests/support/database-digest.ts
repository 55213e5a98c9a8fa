/** One hash of everything that a database holds: equal before and after means that nothing was written. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { Database } from '../../national-api/database/database.ts';

async function tableNames({ dialect, read }: Database): Promise<readonly string[]> {
  const list =
    dialect === 'sqlite'
      ? sql<{
          name: string;
        }>`SELECT "name" FROM sqlite_master WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite_%' ORDER BY 1`
      : sql<{
          name: string;
        }>`SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`;
  return (await list.execute(read)).rows.map(({ name }) => name);
}

/** @param except tables that a refusal may write: the journal of looks, for instance */
export async function databaseDigest(database: Database, except: readonly string[] = []): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await tableNames(database)) {
    if (except.includes(name)) continue;
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(database.read);
    hash.update(name);
    for (const line of rows.map(canonicalJson).sort()) hash.update(line);
  }
  return hash.digest('hex');
}
