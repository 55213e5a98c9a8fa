/**
 * A ready-made first snapshot: the mirror of a base scope as one compressed SQLite file, built in memory by a thread of
 * its own (ARCHITECTURE §6, PERFORMANCE §2d). Openings are not in it: they follow as a difference of scope from
 * version 0. Rows that change while it is built get numbers beyond `after`: the feed tells them.
 */
import { MIRROR_DDL, MIRROR_INDEXES } from '../../contract/national/rows/row-ddl.ts';
import { ROW_KIND_NAMES } from '../../contract/national/rows/row-kinds.ts';
import type { FinishedImage } from '../database/mirror-image.ts';
import { startMirrorImage } from '../database/mirror-image.ts';
import { readChunk } from '../feed/read-chunk.ts';
import { scopeOfAgency } from '../feed/scope-versions.ts';
import type { Ground } from '../kernel/ground.ts';
import { readHead } from '../kernel/seal.ts';

export interface BuiltSnapshot extends FinishedImage {
  readonly agency: number | null;
  /** Feed number from which the holder pulls. */
  readonly after: number;
  /** Rows of each kind. */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * @param agency 1..18, or null for the nation
 * @example const { content, after } = await buildSnapshot(ground, 6);
 */
export async function buildSnapshot(ground: Ground, agency: number | null): Promise<BuiltSnapshot> {
  const scope = { id: scopeOfAgency(agency), agency };
  const after = await readHead(ground.database.read);
  const rows: Record<string, number> = {};
  const image = startMirrorImage({ tables: MIRROR_DDL, indexes: MIRROR_INDEXES });
  try {
    let written: Promise<void> = Promise.resolve();
    for (const kind of ROW_KIND_NAMES) {
      rows[kind] = 0;
      for (let beyond = ''; ; ) {
        const chunk = await readChunk(ground.database, kind, scope, [], beyond);
        // The thread writes one chunk while the next is read: two are held, whatever the nation's size.
        await written;
        if (chunk === null) break;
        beyond = chunk.beyond;
        rows[kind] += chunk.numbers.length;
        const { columns, numbers, values } = chunk;
        written = image.insert({ table: kind, columns, numbers, values });
        // Looked at when the next chunk is there; a failure before that must not be an unhandled one.
        written.catch(() => {});
      }
    }
    return { agency, after, rows, ...(await image.finish()) };
  } finally {
    await image.dispose();
  }
}
