/**
 * The tables that hold rows, derived from the same columns on both sides: the service's tables (with private columns
 * added there) and the workspace's mirror, whose DDL lives here so that a ready-made snapshot can be checked by schema
 * hash before it is trusted (ARCHITECTURE §6).
 */
import type { Columns } from './column.ts';
import { ROW_KIND_NAMES, ROW_KINDS } from './row-kinds.ts';

const SQLITE_TYPES = { text: 'TEXT', integer: 'INTEGER', real: 'REAL', flag: 'INTEGER' } as const;

/** Column definitions of a mirror table, STRICT SQLite. */
function mirrorColumns(columns: Columns): string {
  return Object.entries(columns)
    .filter(([name]) => name !== 'id')
    .map(([name, { type, nullable }]) => `"${name}" ${SQLITE_TYPES[type]}${nullable ? '' : ' NOT NULL'}`)
    .join(', ');
}

/**
 * The mirror's tables: integer rowid, UNIQUE(id), and the feed number that guards against a stale page over a newer
 * row. Indexes are the workspace's own affair and come after the load (PERFORMANCE §2a).
 */
export const MIRROR_DDL: readonly string[] = ROW_KIND_NAMES.map(
  (kind) =>
    `CREATE TABLE "${kind}" (rowid INTEGER PRIMARY KEY, "id" TEXT NOT NULL UNIQUE, "feedNumber" INTEGER NOT NULL, ${mirrorColumns(ROW_KINDS[kind])}) STRICT`,
);
