/** What a cell of a table on screen holds. */
export type Cell = string | number | null;

const FRENCH = new Intl.Collator('fr');

/** French order of two texts; two texts that differ are never equal. */
export function compareTexts(left: string, right: string): number {
  const collated = FRENCH.compare(left, right);
  if (collated !== 0 || left === right) return collated;
  return left < right ? -1 : 1;
}

/** Numbers, then texts in French order, then nothing: "empty" comes last when a column is sorted upwards. */
export function compareValues(left: Cell, right: Cell): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  if (typeof left === 'number') return typeof right === 'number' ? left - right : -1;
  return typeof right === 'number' ? 1 : compareTexts(left, right);
}
