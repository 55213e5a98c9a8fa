/** The register of the keys that sign exported snapshots: one line for each person who signs with a key. */
import { sql } from 'kysely';
import { createTable } from '../create-table.ts';
import type { Database, Writer } from '../database.ts';
import { SIGNING_KEY_COLUMNS } from '../private-columns.ts';

export async function createSigningKeys(writer: Writer, dialect: Database['dialect']): Promise<void> {
  await createTable(writer, dialect, 'signingKey', SIGNING_KEY_COLUMNS, ['keyId', 'personId']);
  await sql.raw('CREATE INDEX "signingKeyByPerson" ON "signingKey" ("personId")').execute(writer);
}
