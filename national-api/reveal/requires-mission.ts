/** A reveal holds for the mission at hand (DOMAIN §4.10); two reasons are about the person alone. */
import type { RevealReason } from '../../contract/domain/reveal-reason.ts';

const ABOUT_THE_PERSON: ReadonlySet<RevealReason> = new Set(['verify-documents', 'answer-the-person']);

/** @example requiresMission('offer-the-mission') // true */
export function requiresMission(reason: RevealReason): boolean {
  return !ABOUT_THE_PERSON.has(reason);
}
