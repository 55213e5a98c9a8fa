/**
 * Folds two spellings of one place name into the same text: accents, case, œ, hyphens, apostrophes, "St" and "Ste",
 * and whatever follows "CEDEX".
 *
 * @example
 * foldPlaceName('VANDOEUVRE LES NANCY CEDEX 1'); // 'vandoeuvre les nancy'
 * foldPlaceName('Vandœuvre-lès-Nancy');          // 'vandoeuvre les nancy'
 */
export function foldPlaceName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
    .replace(/(?:^| )cedex(?: .*)?$/u, '')
    .replace(/\bste\b/gu, 'sainte')
    .replace(/\bst\b/gu, 'saint');
}

/**
 * The district that a CEDEX line or a city name ends with, as in "MARSEILLE CEDEX 05", "Paris 13" or "Lyon 3e".
 *
 * @returns the number, or null when the name carries none; never throws.
 */
export function districtNumber(name: string): number | null {
  const digits = /(?:^|[^0-9])(\d{1,2})\s*(?:er?|[eè]me)?(?:\s+arrondissement)?\s*$/iu.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}
