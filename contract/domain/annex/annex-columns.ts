/** The columns of annex 2, sheet 1, A to K (F116), and the GID that came in 2021 (F120), in an optional column L. */
export const ANNEX_COLUMNS = [
  { key: 'agency', header: 'ARS de Rattachement' },
  { key: 'finess', header: 'Finess géographique' },
  { key: 'name', header: 'nom établissement' },
  { key: 'type', header: 'Type établissement' },
  { key: 'address', header: 'adresse' },
  { key: 'postalCode', header: 'CP' },
  { key: 'city', header: 'ville' },
  { key: 'lastName', header: 'nom' },
  { key: 'firstName', header: 'prenom' },
  { key: 'email', header: 'e-mail' },
  { key: 'phone', header: 'telephone' },
] as const;

export const GID_HEADER = 'GID';

/** Every column that a line may have, the GID last. */
export const ANNEX_KEYS = [...ANNEX_COLUMNS.map(({ key }) => key), 'gid'] as const;

export type AnnexKey = (typeof ANNEX_COLUMNS)[number]['key'] | 'gid';
export type AnnexRow = Readonly<Record<AnnexKey, string>>;

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '');

/** Letter of a column, for people: 0 is 'A'. */
export const columnLetter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

/** What is wrong with the first line, naming the first column at fault; null when it is that of annex 2. */
export function headerFault(header: readonly string[]): string | null {
  const at = ANNEX_COLUMNS.findIndex((column, index) => folded(header[index] ?? '') !== folded(column.header));
  const wanted = ANNEX_COLUMNS[at];
  return wanted === undefined ? null : `Colonne ${columnLetter(at)} : « ${wanted.header} » est attendu.`;
}

/** A row under its names; the GID is read where its header stands. */
export function readAnnexRow(header: readonly string[], cells: readonly string[]): AnnexRow {
  const gidColumn = header.findIndex((title, index) => index >= ANNEX_COLUMNS.length && folded(title) === 'gid');
  const row = Object.fromEntries(ANNEX_COLUMNS.map(({ key }, index) => [key, cells[index] ?? '']));
  return { ...row, gid: gidColumn < 0 ? '' : (cells[gidColumn] ?? '') } as AnnexRow;
}
