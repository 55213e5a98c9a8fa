/** Who has which mission open (lost at a crash, on purpose), and the cell's log, whose lines are never rewritten. */
import { sql } from 'kysely';
import { createTable } from '../create-table.ts';
import type { Database, Writer } from '../database.ts';
import { CELL_LOG_COLUMNS, PRESENCE_COLUMNS } from '../private-columns.ts';

export async function createCell(writer: Writer, dialect: Database['dialect']): Promise<void> {
  await createTable(writer, dialect, 'presence', PRESENCE_COLUMNS, ['personId', 'station', 'missionId']);
  await createTable(writer, dialect, 'cellLog', CELL_LOG_COLUMNS, ['id']);
  await sql.raw('CREATE INDEX "presenceByMission" ON "presence" ("missionId")').execute(writer);
  await sql.raw('CREATE INDEX "presenceByEnd" ON "presence" ("expiresAt")').execute(writer);
  await sql.raw('CREATE INDEX "cellLogByAgency" ON "cellLog" ("agency", "at")').execute(writer);
  if (dialect === 'postgres') {
    // Said again every few seconds and worth nothing after a crash: no write-ahead log for it.
    await sql.raw('ALTER TABLE "presence" SET UNLOGGED').execute(writer);
    await sql
      .raw(
        'CREATE TRIGGER "cellLogAppendOnly" BEFORE UPDATE OR DELETE OR TRUNCATE ON "cellLog" FOR EACH STATEMENT EXECUTE FUNCTION "refuseRewriting"()',
      )
      .execute(writer);
    return;
  }
  for (const verb of ['UPDATE', 'DELETE']) {
    await sql
      .raw(
        `CREATE TRIGGER "cellLogNo${verb}" BEFORE ${verb} ON "cellLog" BEGIN SELECT RAISE(ABORT, 'cellLog is append-only'); END`,
      )
      .execute(writer);
  }
}
