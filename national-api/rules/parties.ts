/** The addresses and words that mails about a proposal need. */
import { formatCivilDate } from '../../contract/domain/civil-date.ts';
import { agencyOf, isAgencyCode } from '../../contract/domain/geography/agency.ts';
import { parseProfession, professionOf } from '../../contract/domain/profession.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';

/** The address of the account that deposited the need; null when the need came without an account (F43). */
export async function requesterEmail(work: UnitOfWork, mission: Stored<'mission'>): Promise<string | null> {
  return mission.requesterAccountId === null ? null : accountEmail(work, mission.requesterAccountId);
}

/** The address of an account, or null when the person has none. */
export async function accountEmail(work: UnitOfWork, accountId: string): Promise<string | null> {
  const account = await work.writer
    .selectFrom('account')
    .select('email')
    .where('id', '=', accountId)
    .executeTakeFirst();
  return account?.email ?? null;
}

export async function candidateEmail(work: UnitOfWork, candidateId: string): Promise<string | null> {
  const contact = await work.writer
    .selectFrom('candidateContact')
    .select('email')
    .where('candidateId', '=', candidateId)
    .executeTakeFirst();
  return contact?.email ?? null;
}

/** With its article: "l'ARS Grand-Est", "le CCS". */
export function agencyWithArticle(agency: number | null): string {
  return isAgencyCode(agency) ? `l'${agencyOf(agency).label}` : 'le CCS';
}

/** @example professionLabel('aide-soignant') // 'Aide-soignant' */
export function professionLabel(code: string): string {
  const read = parseProfession(code);
  return read.ok ? professionOf(read.value).label : code;
}

/** What mails say of a mission. */
export function missionWords(mission: Stored<'mission'>) {
  return {
    establishment: mission.establishmentName,
    city: mission.city,
    profession: professionLabel(mission.profession),
    startDate: formatCivilDate(mission.startDate),
    endDate: formatCivilDate(mission.endDate),
  };
}
