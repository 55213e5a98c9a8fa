/** A French postal code: five digits, from 01000 to 98999; CEDEX codes included, whether or not they are known. */
export type PostalCode = string & { readonly __brand: 'PostalCode' };

const SHAPE = /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/u;

/**
 * Reads a postal code as people and spreadsheets write it: spaces are dropped ("54 000"), and a leading zero that a
 * spreadsheet ate is put back (1000 is 01000).
 *
 * @returns the five digits, or null when it is no French postal code; never throws.
 */
export function parsePostalCode(value: unknown): PostalCode | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const digits = String(value).replace(/\s/gu, '');
  const code = digits.length === 4 ? `0${digits}` : digits;
  return isPostalCode(code) ? code : null;
}

/** True for five digits in the French range, written exactly so. */
export function isPostalCode(value: string): value is PostalCode {
  return SHAPE.test(value);
}
