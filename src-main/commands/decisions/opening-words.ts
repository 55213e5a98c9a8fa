/** French words of openings: who lends to whom, how much of it is used. */
import { formatCivilDate } from '../../../contract/domain/civil-date.ts';
import { agencyOf, isAgencyCode } from '../../../contract/domain/geography/agency.ts';
import type { OpeningState } from '../../../contract/domain/opening.ts';
import { OPENING_STATE_LABELS } from '../../../contract/domain/opening.ts';
import type { OpeningRow } from '../../../contract/national/rows/regulation-rows.ts';
import { count, professionWord } from '../words.ts';

const MOST_NAMED = 2;

export function agencyName(code: number): string {
  return isAgencyCode(code) ? agencyOf(code).name : `ARS ${code}`;
}

function some(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return rest > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} et ${count(rest, 'autre')}` : names.join(', ');
}

/** @example lendersLabel('[4,16]') // 'Bretagne, Pays de la Loire' */
export function lendersLabel(lenderAgencies: string | null): string {
  return lenderAgencies === null
    ? 'Toutes les régions'
    : some((JSON.parse(lenderAgencies) as number[]).map(agencyName));
}

/** @example openingLabel(row) // "Bretagne → Grand-Est · Infirmier diplômé d'État" */
export function openingLabel(
  row: Pick<OpeningRow, 'lenderAgencies' | 'receiverAgency' | 'receiverMissions' | 'professions'>,
): string {
  const professions = JSON.parse(row.professions) as string[];
  const who = professions.length === 0 ? 'toutes les professions' : some(professions.map(professionWord));
  const missions = row.receiverMissions === null ? 0 : (JSON.parse(row.receiverMissions) as string[]).length;
  const receiver = agencyName(row.receiverAgency) + (missions === 0 ? '' : ` (${count(missions, 'mission')})`);
  return `${lendersLabel(row.lenderAgencies)} → ${receiver} · ${who}`;
}

/** @example stateWords(row) // 'EN COURS · 3/10 jusqu’au 30 nov. 2020' */
export function stateWords(row: Pick<OpeningRow, 'state' | 'used' | 'ceiling' | 'untilDate'>): string {
  const state = OPENING_STATE_LABELS[row.state as OpeningState] ?? row.state;
  return `${state} · ${row.used}/${row.ceiling} jusqu'au ${formatCivilDate(row.untilDate)}`;
}
