/**
 * Brings rows and tombstones into the mirror. A row's feed number guards it: nothing older ever overwrites it, whatever
 * the order in which pages and verdicts arrive. Only columns that changed are written (PERFORMANCE §0.6).
 */
import type { RowKind } from '../../../contract/national/rows/row-kinds.ts';
import { ROW_KIND_NAMES, ROW_KINDS } from '../../../contract/national/rows/row-kinds.ts';
import type { Transaction } from '../store.ts';

export type MirrorValue = string | number | null;
export type WireRow = Readonly<Record<string, MirrorValue>>;

export type MirrorEntry =
  | { readonly kind: RowKind; readonly id: string; readonly number: number; readonly row: WireRow }
  | { readonly kind: RowKind; readonly id: string; readonly number: number; readonly gone: string };

interface KindStatements {
  readonly names: readonly string[];
  readonly select: string;
  readonly insert: string;
  readonly remove: string;
}

function statementsOf(kind: RowKind): KindStatements {
  const names = Object.keys(ROW_KINDS[kind]);
  const listed = names.map((name) => `"${name}"`).join(', ');
  return {
    names,
    select: `SELECT "feedNumber", ${listed} FROM main."${kind}" WHERE id = ?`,
    insert: `INSERT INTO main."${kind}" ("feedNumber", ${listed}) VALUES (?, ${names.map(() => '?').join(', ')})`,
    remove: `DELETE FROM main."${kind}" WHERE id = ?`,
  };
}

const STATEMENTS = Object.fromEntries(ROW_KIND_NAMES.map((kind) => [kind, statementsOf(kind)])) as Readonly<
  Record<RowKind, KindStatements>
>;

type HeldRow = { readonly feedNumber: number } & WireRow;

function readHeld({ statements }: Transaction, kind: RowKind, id: string): HeldRow | undefined {
  return statements.rows<HeldRow>(STATEMENTS[kind].select, id)[0];
}

/** The feed number at which a row is held; null when it is not. */
export function heldNumber(transaction: Transaction, kind: RowKind, id: string): number | null {
  return readHeld(transaction, kind, id)?.feedNumber ?? null;
}

/** What is shown of a mission and a person depends on the proposals that open decisions are about. */
export function touchWishesAbout({ statements, touched }: Transaction, kind: RowKind, id: string | null): void {
  if (kind !== 'proposal') return;
  const wishes = statements.rows<{ missionId: string | null; candidateId: string | null }>(
    `SELECT "missionId", "candidateId" FROM main.outbox
     WHERE state IN ('pending', 'sending', 'conflict') AND fact = 'proposal' AND (? IS NULL OR subject = ?)`,
    id,
    id,
  );
  for (const { missionId, candidateId } of wishes) {
    if (missionId !== null) touched.row('mission', missionId);
    if (candidateId !== null) touched.row('candidate', candidateId);
  }
}

function insertRow({ statements, touched }: Transaction, kind: RowKind, number: number, row: WireRow): void {
  const { insert, names } = STATEMENTS[kind];
  statements.run(insert, number, ...names.map((name) => row[name] ?? null));
  touched.row(kind, String(row['id']));
}

function updateRow(transaction: Transaction, kind: RowKind, held: HeldRow, number: number, row: WireRow): void {
  const changed = STATEMENTS[kind].names.filter((name) => (row[name] ?? null) !== held[name]);
  const sets = ['"feedNumber" = ?', ...changed.map((name) => `"${name}" = ?`)].join(', ');
  const values = changed.map((name) => row[name] ?? null);
  const id = String(row['id']);
  transaction.statements.run(`UPDATE main."${kind}" SET ${sets} WHERE id = ?`, number, ...values, id);
  if (changed.length > 0) transaction.touched.row(kind, id);
}

/** One entry of a page. @returns whether the mirror moved */
export function applyEntry(transaction: Transaction, entry: MirrorEntry): boolean {
  const held = readHeld(transaction, entry.kind, entry.id);
  if (held !== undefined && held.feedNumber > entry.number) return false;
  touchWishesAbout(transaction, entry.kind, entry.id);
  if ('gone' in entry) {
    if (held === undefined) return false;
    transaction.statements.run(STATEMENTS[entry.kind].remove, entry.id);
    transaction.touched.row(entry.kind, entry.id);
    return true;
  }
  if (held === undefined) insertRow(transaction, entry.kind, entry.number, entry.row);
  else updateRow(transaction, entry.kind, held, entry.number, entry.row);
  return true;
}

/**
 * A row told by a verdict. One that is not held and is not newer than what the mirror already went through has left the
 * scope since: it must not come back.
 *
 * @param through feed number up to which the mirror has been told everything
 */
export function applyToldRow(
  transaction: Transaction,
  told: { readonly kind: RowKind; readonly id: string; readonly number: number; readonly row: WireRow },
  through: number,
): boolean {
  const held = heldNumber(transaction, told.kind, told.id);
  if (held === null && told.number <= through) return false;
  return applyEntry(transaction, told);
}
