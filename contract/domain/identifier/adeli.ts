import type { Parsed } from '../parsed.ts';
import { parsed, refused } from '../parsed.ts';
import { compactText } from './compact-text.ts';

/** The former register number, 9 characters; the RPPS replaces it since 2021. */
export type AdeliNumber = string;

/**
 * Reads an ADELI number. The prefix "0" of the national identifier (10 characters) is dropped. No rule of key is
 * published: only the shape is checked (GEODATA §6).
 *
 * @example parseAdeli('2A 9 312345') // { ok: true, value: '2A9312345', warnings: [] }
 */
export function parseAdeli(text: string): Parsed<AdeliNumber> {
  const compact = compactText(text);
  const number = /^0[0-9A-Z]{9}$/.test(compact) ? compact.slice(1) : compact;
  if (/^(?:\d{2}|2[AB]|9[A-F])[0-9A-Z]\d{6}$/.test(number)) return parsed(number);
  return refused('Un numéro ADELI a 9 caractères et commence par le département.');
}
