import type { PostalCode } from '../geography/postal-code.ts';
import { parsePostalCode } from '../geography/postal-code.ts';
import type { Parsed } from '../parsed.ts';
import { parsed, refused } from '../parsed.ts';
import { compactText } from './compact-text.ts';

const ZERO_WARNING = 'Le zéro initial manquait (tableur ?) : il a été rétabli.';

/**
 * Reads the "CP" field of a form or a spreadsheet: "F-54000", "54 000", "54035 CEDEX" or 1000 for 01000. Whether the
 * code exists, and where, is the business of `geography/`.
 *
 * @example parsePostalCodeForm('1000') // value '01000', with a warning
 */
export function parsePostalCodeForm(text: string): Parsed<PostalCode> {
  const compact = compactText(text)
    .replace(/^F(?=\d)/, '')
    .replace(/CEDEX\d{0,2}$/, '');
  if (compact === '') return refused('Indiquez le code postal.');
  const code = parsePostalCode(compact);
  if (code === null) return refused('Un code postal a cinq chiffres, par exemple 54000.');
  return parsed(code, compact.length === 4 ? [ZERO_WARNING] : []);
}
