/**
 * Two spellings of one place name become equal: accents, case, œ, hyphens, apostrophes, St and Ste.
 * The lookup of the application (contract/domain/geography/place-name.ts) folds in the same way; a test there
 * reads every name written by this build.
 */
export function foldName(name) {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
    .replace(/\bste\b/gu, 'sainte')
    .replace(/\bst\b/gu, 'saint');
}
