/** What the words of a command line ask to see: addresses of ours, and files. */
import type { DeskWishes } from '../host/desk-wishes.ts';
import { parseDeepLink } from './deep-link.ts';

const SCHEME = /^renfortrh:/i;

/**
 * @param absolute makes a path absolute
 * @throws Error with a French sentence for an address that is not one of ours
 * @example readWishes(['renfortrh://mission/m-1', 'nuit.renfort'], resolve)
 */
export function readWishes(words: readonly string[], absolute: (path: string) => string): DeskWishes {
  const links = words.filter((word) => SCHEME.test(word));
  for (const link of links) {
    if (parseDeepLink(link) === null)
      throw new Error(
        `« ${link.slice(0, 100)} » n’est pas une adresse du poste. Exemples : renfortrh://mission/IDENTIFIANT, renfortrh://missions.`,
      );
  }
  return { links, files: words.filter((word) => !SCHEME.test(word)).map((path) => absolute(path)) };
}
