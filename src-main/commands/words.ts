/** French words of decisions: what they are about, before and after. */
import { formatCivilDate } from '../../contract/domain/civil-date.ts';
import type { ProfessionCode } from '../../contract/domain/profession.ts';
import { PROFESSIONS, professionOf } from '../../contract/domain/profession.ts';
import type { AccountRequestViewRow, CandidateViewRow, MissionViewRow } from '../store/views/view-rows.ts';

const KNOWN = new Set<string>(PROFESSIONS.map(({ code }) => code));

/** @example professionWord('aide-soignant') // 'Aide-soignant' */
export function professionWord(code: string): string {
  return KNOWN.has(code) ? professionOf(code as ProfessionCode).label : code;
}

/** @example missionLabel(row) // "Infirmier diplômé d'État · EHPAD de démonstration – Les Tilleuls (54)" */
export function missionLabel(row: Pick<MissionViewRow, 'profession' | 'establishmentName' | 'departement'>): string {
  return `${professionWord(row.profession)} · ${row.establishmentName} (${row.departement})`;
}

/** @example candidateLabel(row) // 'EXEMPLE Dominique · n° 6552 (54)' */
export function candidateLabel(
  row: Pick<CandidateViewRow, 'lastName' | 'firstName' | 'number' | 'departement'>,
): string {
  return `${row.lastName.toLocaleUpperCase('fr')} ${row.firstName} · n° ${row.number} (${row.departement})`;
}

/** @example accountLabel(row) // 'EHPAD de démonstration – Les Tilleuls · FICTIVE Claude' */
export function accountLabel(row: Pick<AccountRequestViewRow, 'establishmentName' | 'lastName' | 'firstName'>): string {
  return `${row.establishmentName} · ${row.lastName.toLocaleUpperCase('fr')} ${row.firstName}`;
}

export const GONE_REQUEST = "Cette demande de compte n'est pas, ou plus, sur ce poste.";
export const GONE_MISSION = "Cette mission n'est pas, ou plus, sur ce poste.";
export const GONE_CANDIDATE = "Cette personne n'est pas, ou plus, sur ce poste.";
export const GONE_PROPOSAL = "Cette proposition n'est pas, ou plus, sur ce poste.";

/** @example count(2, 'personne') // '2 personnes' */
export function count(number: number, word: string, plural = `${word}s`): string {
  return `${number} ${number > 1 ? plural : word}`;
}

export function dayOr(date: string | null, otherwise: string): string {
  return date === null ? otherwise : formatCivilDate(date);
}
