/**
 * How somebody answers, for ever the same for one subject and seed: some establishments never answer some contacts, which
 * is the chronic disease of the platform (DOMAIN §4.4), and asking again must not cure it.
 */
import { createRandom } from '../nation/random.ts';

/** In [0, 1), the same for the same subject, question and seed. */
export function temperOf(seed: number, question: string, subject: string): number {
  return createRandom(seed, `${question}:${subject}`).unit();
}

/** Share of contacts that an establishment leaves without an answer. */
export const SILENT_SHARE = 0.22;
/** Share of proposals of an ARS that it never contacts. */
export const IGNORED_SHARE = 0.3;
