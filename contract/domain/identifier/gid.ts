import type { Parsed } from '../parsed.ts';
import { parsed, refused } from '../parsed.ts';
import { compactText } from './compact-text.ts';

/** The identifier of a vaccination centre (F47, F28). */
export type Gid = string;

/**
 * Reads a GID. No document gives its shape: letters and digits, 2 to 20 of them, compared without spaces, hyphens or
 * case, so that two accounts of one centre meet.
 *
 * @example parseGid(' gid-01 234 ') // { ok: true, value: 'GID01234', warnings: [] }
 */
export function parseGid(text: string): Parsed<Gid> {
  const compact = compactText(text);
  if (compact === '') return refused('Indiquez le GID du centre de vaccination.');
  if (/^[0-9A-Z]{2,20}$/.test(compact)) return parsed(compact);
  return refused('Un GID est fait de 2 à 20 lettres et chiffres.');
}
