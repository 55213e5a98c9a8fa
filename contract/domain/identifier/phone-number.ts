import type { Parsed } from '../parsed.ts';
import { parsed, refused } from '../parsed.ts';

/** French numbers as ten digits (`0612345678`), foreign ones in international form (`+32470123456`). */
export type PhoneNumber = string;

const ZERO_WARNING = 'Le zéro initial manquait (tableur ?) : il a été rétabli.';
const FOREIGN_WARNING = 'Numéro étranger.';
const REFUSAL = 'Un numéro de téléphone a dix chiffres, par exemple 06 39 98 01 23.';

/** Mainland, Guadeloupe and its neighbours, Guyane, Martinique, La Réunion and Mayotte. */
const FRENCH_PREFIX = /^\+(?:33|590|594|596|262)0?(?=[1-9]\d{8}$)/;

/**
 * Reads a telephone number as people type it.
 *
 * @example parsePhoneNumber('+33 (0)6 39 98 01 23') // { ok: true, value: '0639980123', warnings: [] }
 */
export function parsePhoneNumber(text: string): Parsed<PhoneNumber> {
  const compact = text.replace(/[\s.\-/()\u00AD\u200B-\u200D\u2010-\u2015\u2060\uFEFF]+/g, '').replace(/^00/, '+');
  if (compact === '') return refused('Indiquez un numéro de téléphone.');
  const national = compact.replace(FRENCH_PREFIX, '0');
  if (/^0[1-9]\d{8}$/.test(national)) return parsed(national);
  if (/^[1-9]\d{8}$/.test(compact)) return parsed(`0${compact}`, [ZERO_WARNING]);
  const isFrenchPrefix = /^\+(?:33|590|594|596|262)/.test(compact);
  if (/^\+[1-9]\d{7,14}$/.test(compact) && !isFrenchPrefix) return parsed(compact, [FOREIGN_WARNING]);
  return refused(REFUSAL);
}

/** @example formatPhoneNumber('0639980123') // '06 39 98 01 23' */
export function formatPhoneNumber(phone: PhoneNumber): string {
  return phone.startsWith('+') ? phone : phone.replace(/(\d\d)(?=\d)/g, '$1 ');
}
