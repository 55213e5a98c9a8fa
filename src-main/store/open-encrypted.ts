/**
 * Opens a file that is encrypted at rest, page by page, each page authenticated (TRUST S50; docs/decisions/0010). The
 * key comes first, before anything is read, and never touches the disk.
 */
import BetterSqlite from 'better-sqlite3';
import { StoreFault } from './store-fault.ts';

export type Connection = BetterSqlite.Database;

/** Authenticated, and the only one of the build whose cost is not felt (docs/decisions/0010). */
const CIPHER = 'aegis';
const KEY_BYTES = 32;
/** Pages kept in memory, as SQLite counts them (kibibytes, negative): what screens read is small, the image holds the rest. */
const CACHE = -16_384;

/** Below it two connections that checkpoint at once may corrupt the file (TRUST result 11). */
const OLDEST_SAFE = [3, 51, 3] as const;

function isSafe(version: string): boolean {
  const found = version.split('.').map(Number);
  for (const [index, wanted] of OLDEST_SAFE.entries()) {
    const part = found[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

/** The text by which SQLite takes raw bytes as they are, without deriving anything from them. */
export function rawKey(key: Uint8Array): string {
  if (key.byteLength !== KEY_BYTES) throw new RangeError(`A key of ${KEY_BYTES} bytes is needed`);
  return `raw:${Buffer.from(key).toString('hex')}`;
}

/** Makes the cipher of this application the one that a connection uses for what it opens or attaches next. */
export function chooseCipher(connection: Connection): void {
  connection.pragma(`cipher = '${CIPHER}'`);
}

/**
 * @param path file to open or create; ':memory:' is for tests and is not encrypted
 * @param readOnly nothing is written, not even what another connection left in the log of changes
 * @throws StoreFault 'key-refused' when the key does not open the file, 'sqlite-too-old'
 */
export function openEncrypted(path: string, key: Uint8Array, readOnly = false): Connection {
  const connection = new BetterSqlite(path, { timeout: 10_000, readonly: readOnly });
  try {
    chooseCipher(connection);
    if (path !== ':memory:') connection.pragma(`key = '${rawKey(key)}'`);
    const version = String(connection.prepare('SELECT sqlite_version()').pluck().get());
    if (!isSafe(version)) throw new StoreFault('sqlite-too-old');
    connection.prepare('SELECT count(*) FROM sqlite_master').get();
    connection.pragma(`cache_size = ${CACHE}`);
    connection.pragma('temp_store = MEMORY');
    connection.pragma('trusted_schema = OFF');
    if (readOnly) return connection;
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    // What is deleted is overwritten, in the file and, by the checkpoint, out of the log (TRUST S55).
    connection.pragma('secure_delete = ON');
    connection.pragma('journal_size_limit = 67108864');
    return connection;
  } catch (error) {
    connection.close();
    const notADatabase = error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB';
    throw notADatabase ? new StoreFault('key-refused', { cause: error }) : error;
  }
}
