/** Brings a database to the newest schema: one migration, one file; a newer file than the program is left alone. */
import { sql } from 'kysely';
import type { Database, Writer } from './database.ts';
import { createNation } from './migrations/0001-nation.ts';
import { createCell } from './migrations/0002-cell.ts';
import { createSigningKeys } from './migrations/0003-signing-keys.ts';
import { indexJournalByTime } from './migrations/0004-journal-by-time.ts';

type Migration = (writer: Writer, dialect: Database['dialect']) => Promise<void>;

/** In order; a migration once released never changes. */
const MIGRATIONS: readonly Migration[] = [createNation, createCell, createSigningKeys, indexJournalByTime];

/** A number that only migrations lock, so that two instances that start at once do not both migrate. */
const MIGRATION_LOCK = 7_253_002;

/** @throws when the database was written by a newer program: nothing is touched then. */
export async function migrate(database: Database): Promise<void> {
  await database.write.transaction().execute(async (writer) => {
    if (database.dialect === 'postgres')
      await sql`SELECT pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(writer);
    await sql`CREATE TABLE IF NOT EXISTS "schemaVersion" ("id" INTEGER PRIMARY KEY, "version" INTEGER NOT NULL)`.execute(
      writer,
    );
    const found = await sql<{ version: number }>`SELECT "version" FROM "schemaVersion" WHERE "id" = 1`.execute(writer);
    const version = found.rows[0]?.version ?? 0;
    if (version > MIGRATIONS.length) {
      throw new Error(
        `The database has schema ${version}, this program knows ${MIGRATIONS.length}: update the program.`,
      );
    }
    for (const migration of MIGRATIONS.slice(version)) await migration(writer, database.dialect);
    if (version < MIGRATIONS.length) {
      await sql`INSERT INTO "schemaVersion" ("id", "version") VALUES (1, ${sql.lit(MIGRATIONS.length)})
        ON CONFLICT ("id") DO UPDATE SET "version" = excluded."version"`.execute(writer);
    }
  });
}
