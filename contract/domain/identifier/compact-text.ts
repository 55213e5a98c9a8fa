/**
 * An identifier as people type it, without what they add for reading: spaces (all kinds), dots, hyphens and slashes;
 * capitals.
 *
 * @example compactText('67 078 005-5') // '670780055'
 */
export function compactText(text: string): string {
  return text.replace(/[\s.\-/\u00AD\u200B-\u200D\u2010-\u2015\u2060\uFEFF]+/g, '').toUpperCase();
}
