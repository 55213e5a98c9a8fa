/**
 * Two letters for somebody, where a name has no room; the name is said beside them.
 *
 * @example initials('Camille Aubépine (ARS Grand-Est)') // 'CA'
 */
export function initials(name: string): string {
  const words = name.replace(/\s*\(.*\)\s*$/, '').split(/[\s-]+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase('fr');
}
