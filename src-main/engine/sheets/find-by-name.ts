/** Rows by a piece of their words: those whose name begins with what is typed come first, then those that only hold it. */
import type { TableSort } from '../../../contract/app/table-query.ts';
import type { ColumnarImage } from '../image/columnar-image.ts';
import { foldText } from '../image/fold-text.ts';
import { pageOf } from '../image/page-of.ts';

/**
 * @param names columns whose words make a row come first when they begin with a word of the text
 * @returns at most `limit` slots; every word of the text is held by some searched column of each
 * @example findByName(candidates, 'mart nan', ['lastName', 'firstName'], byName, 12)
 */
export function findByName(
  image: ColumnarImage,
  text: string,
  names: readonly string[],
  sorts: readonly TableSort[],
  limit: number,
): number[] {
  const words = foldText(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const rest = image.select([], text);
  const first = new Uint8Array(rest.length);
  for (const name of names) {
    const column = image.column(name);
    /** A name is borne by many: each is read once. */
    const known = new Map<string | number | null, boolean>();
    for (let slot = 0; slot < rest.length; slot += 1) {
      if (rest[slot] === 0) continue;
      const cell = column.read(slot);
      let begins = known.get(cell);
      if (begins === undefined) {
        begins = beginsWithOne(String(cell ?? ''), words);
        known.set(cell, begins);
      }
      if (begins) first[slot] = 1;
    }
  }
  for (let slot = 0; slot < rest.length; slot += 1) if (first[slot] === 1) rest[slot] = 0;
  const found = pageOf(image, first, sorts, 0, limit);
  return found.length < limit ? [...found, ...pageOf(image, rest, sorts, 0, limit - found.length)] : found;
}

/** Whether a word of the name begins with a word that was typed. */
export function beginsWithOne(name: string, words: readonly string[]): boolean {
  const folded = ` ${foldText(name)}`;
  return words.some((word) => folded.includes(` ${word}`));
}
