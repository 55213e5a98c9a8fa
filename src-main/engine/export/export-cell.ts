/** A value of a row as a file tells it: typed, so that no writer guesses. */
import type { ExportColumn } from '../../../contract/app/export-contract.ts';
import type { Cell } from '../image/compare-values.ts';

export type ExportCell =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly number: number }
  /** A civil date, YYYY-MM-DD. */
  | { readonly type: 'day'; readonly day: string }
  | null;

const MOMENT = new Intl.DateTimeFormat('fr-FR', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = (value: string): ExportCell => ({ type: 'text', text: value });

function momentText(value: string): string {
  const at = Date.parse(value);
  return Number.isNaN(at) ? value : MOMENT.format(at).replace(',', '');
}

/** Reads the words of a column once, for all its rows. */
export function cellReader({ kind, words }: ExportColumn): (value: Cell) => ExportCell {
  const said = new Map(words);
  return (value) => {
    if (kind === 'words') {
      const word = said.get(value) ?? (value === null ? null : String(value));
      return word === null ? null : text(word);
    }
    if (value === null) return null;
    if (kind === 'number') return typeof value === 'number' ? { type: 'number', number: value } : text(String(value));
    if (kind === 'flag') return text(Number(value) === 1 ? 'Oui' : 'Non');
    if (kind === 'moment') return text(momentText(String(value)));
    if (kind === 'day' && DAY.test(String(value))) return { type: 'day', day: String(value) };
    return text(String(value));
  };
}
