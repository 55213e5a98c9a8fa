/** Which habilitation a person speaks under today. DOMAIN §9: a right is held by a person, for a scope, until a date. */
import { todayIn } from '../../contract/domain/civil-date.ts';
import { agencyOf, isAgencyCode } from '../../contract/domain/geography/agency.ts';
import type { Instant } from '../../contract/domain/instant.ts';
import { HABILITATED_ROLES } from '../../contract/national/principal.ts';
import type { Tables } from '../database/tables.ts';

export type Habilitation = Tables['habilitation'];
export type HabilitatedRole = (typeof HABILITATED_ROLES)[number];

/** The widest first: who holds several speaks under the first of this list. An administrator sees nobody, so comes last. */
const PRECEDENCE: readonly HabilitatedRole[] = [
  'ccs-lead',
  'ccs-desk',
  'ars-lead',
  'ars-regulator',
  'auditor',
  'administrator',
];

/** Civil dates of a habilitation are counted where its agency lives; the nation counts in Paris. */
export function timeZoneOf(agency: number | null): string {
  return agency !== null && isAgencyCode(agency) ? agencyOf(agency).timeZone : 'Europe/Paris';
}

/** Bounds inclusive; a revocation ends it at once. */
export function isHeldNow(habilitation: Habilitation, now: Instant): boolean {
  const today = todayIn(timeZoneOf(habilitation.agency), now);
  return (
    habilitation.revokedAt === null &&
    habilitation.validFrom <= today &&
    (habilitation.validUntil === null || today <= habilitation.validUntil)
  );
}

const isHabilitatedRole = (text: string): text is HabilitatedRole =>
  (HABILITATED_ROLES as readonly string[]).includes(text);

/** The role of a stored habilitation; null when the database holds a word that we do not know. */
export function roleOf(habilitation: Habilitation): HabilitatedRole | null {
  return isHabilitatedRole(habilitation.role) ? habilitation.role : null;
}

/** The habilitation that counts now, by precedence, then the latest to start, then by id; null when none is held. */
export function habilitationNow(habilitations: readonly Habilitation[], now: Instant): Habilitation | null {
  const rank = (habilitation: Habilitation): number => {
    const role = roleOf(habilitation);
    return role === null ? PRECEDENCE.length : PRECEDENCE.indexOf(role);
  };
  const held = habilitations.filter((one) => roleOf(one) !== null && isHeldNow(one, now));
  held.sort(
    (left, right) =>
      rank(left) - rank(right) ||
      (left.validFrom < right.validFrom ? 1 : left.validFrom > right.validFrom ? -1 : left.id < right.id ? -1 : 1),
  );
  return held[0] ?? null;
}
