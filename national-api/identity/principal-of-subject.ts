/** From a subject to what it may be here and now: read afresh each time, so that a revocation takes effect at once. */
import type { Kysely } from 'kysely';
import { agencyOf, isAgencyCode } from '../../contract/domain/geography/agency.ts';
import type { Instant } from '../../contract/domain/instant.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { establishmentsOfAccount } from '../accounts/establishments-of-account.ts';
import type { Tables } from '../database/tables.ts';
import type { Authentication } from './authentication.ts';
import { authenticated, notAuthenticated } from './authentication.ts';
import type { Habilitation } from './habilitation-today.ts';
import { habilitationNow, roleOf } from './habilitation-today.ts';
import type { Subject } from './subject.ts';

const NOBODY: Omit<Principal, 'personId' | 'displayName' | 'role'> = {
  agency: null,
  departements: null,
  establishments: [],
  candidateId: null,
  validUntil: null,
};

/** What stands beside a decision: "Camille Aubépine (ARS Grand-Est)". A name that bears its house already is kept. */
export function displayNameOf(name: string, habilitation: Pick<Habilitation, 'role' | 'agency'>): string {
  if (name.endsWith(')')) return name;
  if (isAgencyCode(habilitation.agency)) return `${name} (${agencyOf(habilitation.agency).label})`;
  if (habilitation.role.startsWith('ccs-')) return `${name} (CCS)`;
  return habilitation.role === 'administrator' ? `${name} (administration)` : name;
}

async function person(reader: Kysely<Tables>, id: string, now: Instant): Promise<Authentication> {
  const found = await reader.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  if (!found) return notAuthenticated('no-habilitation');
  const habilitations = await reader.selectFrom('habilitation').selectAll().where('personId', '=', id).execute();
  const held = habilitationNow(habilitations, now);
  const role = held === null ? null : roleOf(held);
  if (held === null || role === null) {
    return notAuthenticated(habilitations.length === 0 ? 'no-habilitation' : 'habilitation-ended');
  }
  return authenticated({
    ...NOBODY,
    personId: found.id,
    displayName: displayNameOf(found.name, held),
    role,
    agency: held.agency,
    departements: held.departements === null ? null : (JSON.parse(held.departements) as string[]),
    validUntil: held.validUntil,
  });
}

async function account(reader: Kysely<Tables>, id: string): Promise<Authentication> {
  const found = await reader.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
  if (found?.state !== 'active') return notAuthenticated('account-not-active');
  return authenticated({
    ...NOBODY,
    personId: found.id,
    displayName: `${found.firstName} ${found.lastName}`,
    role: 'establishment',
    establishments: await establishmentsOfAccount(reader, found),
  });
}

/** A merged record speaks for the one that it was merged into. */
async function candidate(reader: Kysely<Tables>, id: string): Promise<Authentication> {
  const found = await reader
    .selectFrom('candidate')
    .select(['id', 'firstName', 'lastName', 'mergedInto'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) return notAuthenticated('candidate-gone');
  const candidateId = found.mergedInto ?? found.id;
  return authenticated({
    ...NOBODY,
    personId: candidateId,
    displayName: `${found.firstName} ${found.lastName}`,
    role: 'candidate',
    candidateId,
  });
}

/** @example await principalOfSubject(reader, { kind: 'person', id }, clock()) */
export async function principalOfSubject(
  reader: Kysely<Tables>,
  subject: Subject,
  now: Instant,
): Promise<Authentication> {
  if (subject.kind === 'person') return person(reader, subject.id, now);
  return subject.kind === 'account' ? account(reader, subject.id) : candidate(reader, subject.id);
}
