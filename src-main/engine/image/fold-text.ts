const ASCII = /^[\x20-\x7e]*$/;

/**
 * Text as people look for it: no accents, no case, no punctuation.
 *
 * @example foldText('Vandœuvre-lès-Nancy') // 'vandoeuvre les nancy'
 */
export function foldText(text: string): string {
  const plain = ASCII.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(/\p{Diacritic}/gu, '')
        .toLowerCase()
        .replace(/œ/gu, 'oe')
        .replace(/æ/gu, 'ae');
  return plain.replace(/[^a-z0-9]+/gu, ' ').trim();
}
