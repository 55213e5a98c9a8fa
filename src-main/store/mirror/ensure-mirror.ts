/**
 * The mirror's tables are the national contract's, word for word. When the contract changed they are made anew, empty:
 * the mirror can be fetched again, the outbox cannot, and is not touched.
 */
import { createHash } from 'node:crypto';
import { MIRROR_DDL, MIRROR_INDEXES } from '../../../contract/national/rows/row-ddl.ts';
import { ROW_KIND_NAMES } from '../../../contract/national/rows/row-kinds.ts';
import type { Connection } from '../open-encrypted.ts';

const sha256 = (statements: readonly string[]): string =>
  createHash('sha256').update(statements.join('\n')).digest('hex');

/** What a bulk transfer must say it was made for. */
export const TABLES_HASH: string = sha256(MIRROR_DDL);
/** What a ready-made snapshot must say it contains. */
export const SNAPSHOT_SCHEMA_HASH: string = sha256([...MIRROR_DDL, ...MIRROR_INDEXES]);

const META_NAME = 'mirrorSchema';

/** Drops the mirror and all that is known of its age, and makes it again, empty and without secondary indexes. */
export function makeMirror(connection: Connection): void {
  for (const kind of ROW_KIND_NAMES) connection.exec(`DROP TABLE IF EXISTS "${kind}"`);
  for (const statement of MIRROR_DDL) connection.exec(statement);
  connection.prepare(`DELETE FROM meta WHERE name IN ('cursor', 'transfer')`).run();
  connection
    .prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(META_NAME, JSON.stringify(TABLES_HASH));
}

/** Makes the mirror when there is none for this contract. */
export function ensureMirror(connection: Connection): void {
  const found = connection.prepare('SELECT value FROM meta WHERE name = ?').pluck().get(META_NAME);
  if (found === JSON.stringify(TABLES_HASH)) return;
  connection.transaction(() => makeMirror(connection))();
}
