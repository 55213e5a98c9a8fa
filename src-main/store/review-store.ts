/**
 * A base in memory made by our own code from the rows of a proved snapshot (TRUST S23): no file of a database is ever opened. It
 * has the very tables, indexes and views of the workspace, so that every window works on it unchanged; it is read-only
 * for whoever looks, and gone with its process.
 */
import type { Columns } from '../../contract/national/rows/column.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { ROW_KIND_NAMES, ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import type { MirrorValue } from './mirror/apply-entries.ts';
import { writeCursor, writeLastContact } from './mirror/cursor.ts';
import { loadChunk, makeIndex, missingIndexes } from './mirror/load-chunk.ts';
import type { Store } from './store.ts';
import { openStore } from './store.ts';

export interface ReviewBlock {
  readonly part: string;
  readonly columns: readonly string[];
  readonly values: readonly (readonly MirrorValue[])[];
}

/** Stands where a snapshot says nothing and a row must: before any day that was. */
export const NO_DATE = '0001-01-01';

export const openReviewStore = (): Store => openStore(':memory:', new Uint8Array(32), { personId: 'relecture' });

const isKind = (part: string): part is RowKind => (ROW_KIND_NAMES as readonly string[]).includes(part);

function neutralOf(kind: RowKind, name: string, takenAt: string): MirrorValue {
  const columns: Columns = ROW_KINDS[kind];
  const column = columns[name];
  if (column === undefined || column.nullable) return null;
  if (column.type !== 'text') return 0;
  if (name.endsWith('Date')) return NO_DATE;
  if (/(At|^at)$/.test(name)) return takenAt;
  return /^(pools|vaccinationProfessions|tried|thread|memberEstablishments|professions|specialties|mobilisations)$/.test(
    name,
  )
    ? '[]'
    : '';
}

/** A name for whoever has none here. */
const shortOf = (id: MirrorValue | undefined): string =>
  String(id ?? '')
    .slice(0, 8)
    .toUpperCase();

/** Writes a block of rows; parts of another kind are left aside. */
export function loadReviewBlock(store: Store, { part, columns, values }: ReviewBlock, takenAt: string): void {
  if (!isKind(part)) return;
  const rows = values[0]?.length ?? 0;
  const ids = values[columns.indexOf('id')] ?? [];
  const hasNames = columns.includes('lastName');
  const lists = Object.keys(ROW_KINDS[part]).map((name): readonly MirrorValue[] => {
    const neutral = neutralOf(part, name, takenAt);
    if (part === 'candidate' && name === 'lastName' && !hasNames) return ids.map((id) => shortOf(id));
    const given = values[columns.indexOf(name)];
    if (given === undefined) return Array.from({ length: rows }, () => neutral);
    return neutral === null ? given : given.map((value) => value ?? neutral);
  });
  store.transaction('mirror', (transaction) =>
    loadChunk(transaction, {
      kind: part,
      columns: Object.keys(ROW_KINDS[part]),
      numbers: ids.map(() => 1),
      values: lists,
    }),
  );
}

/** Everything is in: indexes are made, and the base says that it is whole, as of then. */
export function finishReview(store: Store, takenAt: string): void {
  for (const statement of missingIndexes(store)) makeIndex(store, statement);
  store.transaction('mirror', ({ statements }) => {
    writeCursor(statements, { scope: 'review', after: 1, scopeVersion: 0, resume: null });
    writeLastContact(statements, takenAt);
  });
}
