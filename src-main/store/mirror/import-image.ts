/**
 * Brings a ready-made first snapshot into the encrypted base without a plaintext page on the disk, on any system: the
 * image is opened in memory, the base attached to it under its key, and each table copied by SQLite as whole records,
 * indexes included (`INSERT … SELECT *` between equal schemas), which is how VACUUM copies (docs/decisions/0011).
 */
import BetterSqlite from 'better-sqlite3';
import { MIRROR_DDL, MIRROR_INDEXES } from '../../../contract/national/rows/row-ddl.ts';
import { ROW_KIND_NAMES } from '../../../contract/national/rows/row-kinds.ts';
import type { Connection } from '../open-encrypted.ts';
import { chooseCipher } from '../open-encrypted.ts';
import type { Store } from '../store.ts';
import { asStoreFault } from '../store-fault.ts';
import type { Cursor } from './cursor.ts';

/** The image is not what its manifest says: nothing was changed. */
export class ImageMismatch extends Error {}

function openImage(image: Uint8Array): Connection {
  const connection = new BetterSqlite(Buffer.from(image.buffer, image.byteOffset, image.byteLength));
  connection.pragma('trusted_schema = OFF');
  chooseCipher(connection);
  return connection;
}

/** Exactly our tables and indexes: no view, no trigger, nothing that runs. */
function requireSchema(image: Connection): void {
  const found = image
    .prepare('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY sql')
    .pluck()
    .all() as string[];
  const wanted = [...MIRROR_DDL, ...MIRROR_INDEXES].toSorted((left, right) => (left < right ? -1 : 1));
  const same =
    found.length === wanted.length &&
    found.toSorted((left, right) => (left < right ? -1 : 1)).every((sql, index) => sql === wanted[index]);
  if (!same) throw new ImageMismatch('The image has another schema');
}

function requireCounts(image: Connection, rows: Readonly<Record<string, number>>): void {
  for (const kind of ROW_KIND_NAMES) {
    const count = Number(image.prepare(`SELECT count(*) FROM main."${kind}"`).pluck().get());
    if (count !== (rows[kind] ?? 0)) throw new ImageMismatch(`The image has ${count} rows of ${kind}`);
  }
}

const inDesk = (statement: string): string => statement.replace(/^CREATE (TABLE|INDEX) /, 'CREATE $1 desk.');

function copyTables(image: Connection, cursor: Cursor): void {
  image.transaction(() => {
    for (const kind of ROW_KIND_NAMES) image.exec(`DROP TABLE IF EXISTS desk."${kind}"`);
    for (const statement of [...MIRROR_DDL, ...MIRROR_INDEXES]) image.exec(inDesk(statement));
    for (const kind of ROW_KIND_NAMES) image.exec(`INSERT INTO desk."${kind}" SELECT * FROM main."${kind}"`);
    const write = image.prepare(
      'INSERT INTO desk.meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    );
    write.run('cursor', JSON.stringify(cursor));
    image.prepare(`DELETE FROM desk.meta WHERE name = 'transfer'`).run();
  })();
}

/**
 * Replaces the mirror by an image, whole or not at all; the outbox stays.
 *
 * @param image the inflated bytes, already proved to be those that were signed
 * @param rows how many of each kind the manifest announces
 * @throws ImageMismatch | StoreFault
 */
export function importImage(
  store: Store,
  image: Uint8Array,
  rows: Readonly<Record<string, number>>,
  cursor: Cursor,
): void {
  const connection = openImage(image);
  try {
    requireSchema(connection);
    requireCounts(connection, rows);
    store.attachTo(connection, 'desk');
    connection.pragma('desk.synchronous = NORMAL');
    copyTables(connection, cursor);
    connection.exec('DETACH DATABASE desk');
  } catch (error) {
    throw asStoreFault(error);
  } finally {
    connection.close();
  }
  store.mirrorReplaced();
}
