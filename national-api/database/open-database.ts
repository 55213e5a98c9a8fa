/** Chooses the database by its address: `postgres://…`, or a file path for the embedded one; migrates it. */
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';

/**
 * @example
 * const database = await openDatabase('/var/lib/renfort/national.sqlite');
 * const shared = await openDatabase('postgres://renfort@db.example/renfort');
 */
export async function openDatabase(address: string): Promise<Database> {
  const database = /^postgres(ql)?:\/\//.test(address) ? await openPostgres(address) : openSqlite(address);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}
