/** Places of the balance in words: a region's three letters in a narrow column, its whole name to be read. Pure. */
import { AGENCIES } from '../../../contract/domain/geography/agency.ts';
import { FR_BALANCE } from '../../text/fr-balance.ts';
import { departementLabel, agencyLabel as longAgency } from '../../text/labels.ts';
import type { Place } from './heat-table.ts';

/** Three letters each, as cells write them on their boards. */
const SHORT: Readonly<Record<number, string>> = {
  1: 'NAQ',
  2: 'NOR',
  3: 'BFC',
  4: 'BRE',
  5: 'CVL',
  6: 'GES',
  7: 'COR',
  8: 'GUA',
  9: 'GUY',
  10: 'IDF',
  11: 'REU',
  12: 'MTQ',
  13: 'MAY',
  14: 'OCC',
  15: 'HDF',
  16: 'PDL',
  17: 'PAC',
  18: 'ARA',
};

/** @example shortPlace(6) // 'GES' */
export function shortPlace(place: Place): string {
  if (place === null) return FR_BALANCE.elsewhereShort;
  return typeof place === 'number' ? (SHORT[place] ?? String(place)) : place;
}

/** @example longPlace('54') // '54 · Meurthe-et-Moselle' */
export function longPlace(place: Place, by: 'agency' | 'departement'): string {
  if (place === null) return by === 'agency' ? FR_BALANCE.noAgency : FR_BALANCE.elsewhere;
  return typeof place === 'number' ? longAgency(place) : departementLabel(place);
}

/** Every place in its order on screen: metropolitan regions by name, then overseas; départements by code. */
export function placeOrder(by: 'agency' | 'departement', found: readonly Place[]): readonly Place[] {
  if (by === 'departement') {
    const codes = found.filter((place) => typeof place === 'string').toSorted();
    return found.includes(null) ? [...codes, null] : codes;
  }
  const overseas = (timeZone: string) => (timeZone === 'Europe/Paris' ? 0 : 1);
  const regions = AGENCIES.toSorted(
    (left, right) => overseas(left.timeZone) - overseas(right.timeZone) || left.name.localeCompare(right.name, 'fr'),
  );
  return [...regions.map(({ code }) => code), null];
}
