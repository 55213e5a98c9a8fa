import type { Parsed } from '../parsed.ts';
import { parsed, refused } from '../parsed.ts';
import { compactText } from './compact-text.ts';
import { hasLuhnKey } from './luhn.ts';

/** The national register number of a health professional: 11 digits. */
export type RppsNumber = string;

const KEY_WARNING = 'La clé de ce numéro RPPS ne correspond pas : à contrôler sur le justificatif.';

/**
 * Reads an RPPS number. The prefix "8" of the national identifier (12 characters) is dropped; the key only warns,
 * since published test numbers do not all respect it (GEODATA §6).
 *
 * @example parseRpps('8 10003461033') // value '10003461033', with a warning about the key
 */
export function parseRpps(text: string): Parsed<RppsNumber> {
  const compact = compactText(text);
  const number = /^8\d{11}$/.test(compact) ? compact.slice(1) : compact;
  if (!/^\d{11}$/.test(number)) return refused('Un numéro RPPS a 11 chiffres.');
  return parsed(number, hasLuhnKey(number) ? [] : [KEY_WARNING]);
}
