/** Finds where a day begins in the journal, so that a week of it is read without walking through all that came before. */
import { sql } from 'kysely';
import type { Writer } from '../database.ts';

export async function indexJournalByTime(writer: Writer): Promise<void> {
  await sql.raw('CREATE INDEX "journalByTime" ON "journal" ("at", "number")').execute(writer);
}
