/** A workspace's mirror in a plain SQLite file: the same tables and indexes for the floor, the stream and the snapshot. */
import BetterSqlite from 'better-sqlite3';
import { MIRROR_DDL, MIRROR_INDEXES } from '../../contract/national/rows/row-ddl.ts';

type Cell = string | number | null;

export interface MirrorFile {
  /** Inserts the rows of a chunk, column by column as the wire brings them. */
  insert(kind: string, columns: readonly string[], numbers: readonly number[], values: readonly Cell[][]): void;
  /** Makes the indexes, commits, and brings everything to the disk. */
  finish(): void;
}

/** One transaction, one prepared statement a kind, indexes after the load (PERFORMANCE §2a). */
export function openMirrorFile(path: string): MirrorFile {
  const database = new BetterSqlite(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  for (const statement of MIRROR_DDL) database.exec(statement);
  database.exec('BEGIN');
  const statements = new Map<string, BetterSqlite.Statement>();

  function statementOf(kind: string, columns: readonly string[]): BetterSqlite.Statement {
    const known = statements.get(kind);
    if (known !== undefined) return known;
    const names = ['feedNumber', ...columns].map((name) => `"${name}"`);
    const made = database.prepare(
      `INSERT INTO "${kind}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
    statements.set(kind, made);
    return made;
  }

  return {
    insert(kind, columns, numbers, values) {
      const statement = statementOf(kind, columns);
      for (const [index, number] of numbers.entries()) {
        statement.run([number, ...values.map((column) => column[index] ?? null)]);
      }
    },
    finish() {
      for (const statement of MIRROR_INDEXES) database.exec(statement);
      database.exec('COMMIT');
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}
