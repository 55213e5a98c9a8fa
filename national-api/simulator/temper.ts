/**
 * How somebody answers, for ever the same for one subject and seed: some establishments never answer some contacts, which
 * is the chronic disease of the platform (DOMAIN §4.4), and asking again must not cure it.
 */

/** FNV-1a over the words, its bits then mixed so that close words give far numbers; in [0, 1). */
export function temperOf(seed: number, question: string, subject: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}:${question}:${subject}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Share of contacts that an establishment leaves without an answer. */
export const SILENT_SHARE = 0.22;
/** Share of proposals of an ARS that it never contacts. */
export const IGNORED_SHARE = 0.3;
