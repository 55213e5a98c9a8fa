import type { DepartementCode } from '../geography/departement.ts';
import { parseDepartementCode } from '../geography/departement.ts';
import type { Parsed } from '../parsed.ts';
import { parsed, refused } from '../parsed.ts';
import { compactText } from './compact-text.ts';
import { hasLuhnKey, luhnKeyOf } from './luhn.ts';

/** A FINESS number of 9 characters: a geographic one (ET) in requests, a legal one (EJ) for territorial platforms. */
export type FinessNumber = string;

const SHAPE = /^(?:0[1-9]|[1-8]\d|9[0-8]|2[AB])\d{7}$/;
const KEY_WARNING = 'La clé de ce numéro FINESS ne correspond pas : vérifiez la saisie.';
const ZERO_WARNING = 'Le zéro initial manquait (tableur ?) : il a été rétabli.';

function digitsOf(finess: string): string {
  return finess.replace(/^2A/, '21').replace(/^2B/, '22');
}

/** The check digit is an observed rule (GEODATA §6), so a wrong one warns and never blocks. */
export function hasFinessKey(finess: FinessNumber): boolean {
  return hasLuhnKey(digitsOf(finess));
}

/**
 * Reads a FINESS number (F47): 9 characters, the first two being the département. A spreadsheet eats the leading zero
 * of the first nine départements: it is put back when the check digit agrees.
 *
 * @example parseFiness('67 078 005 5') // { ok: true, value: '670780055', warnings: [] }
 * @example parseFiness('60785011') // value '060785011', with a warning
 */
export function parseFiness(text: string): Parsed<FinessNumber> {
  const compact = compactText(text);
  if (compact === '') return refused('Indiquez le numéro FINESS géographique (9 caractères).');
  const repaired = `0${compact}`;
  if (/^[1-9]\d{7}$/.test(compact) && hasFinessKey(repaired)) return parsed(repaired, [ZERO_WARNING]);
  if (compact.length !== 9) {
    return refused(`Un numéro FINESS a 9 caractères, celui-ci en a ${compact.length}.`);
  }
  if (!SHAPE.test(compact)) {
    return refused('Un numéro FINESS commence par le département (01 à 98, 2A, 2B) suivi de sept chiffres.');
  }
  return parsed(compact, hasFinessKey(compact) ? [] : [KEY_WARNING]);
}

const OVERSEAS: Readonly<Record<string, DepartementCode>> = {
  '1': '971',
  '2': '972',
  '3': '973',
  '4': '974',
  '5': '975',
};

/** The département a FINESS number starts with; overseas the fourth character tells which; null when none fits. */
export function departementOfFiness(finess: FinessNumber): DepartementCode | null {
  const start = finess.slice(0, 2);
  if (start === '97') return OVERSEAS[finess[3] ?? ''] ?? null;
  return start === '98' ? '976' : parseDepartementCode(start);
}

const OVERSEAS_PREFIXES: Readonly<Record<string, string>> = {
  '971': '97019',
  '972': '97029',
  '973': '97039',
  '974': '97049',
  '975': '97059',
  '976': '98059',
};

/**
 * A number for a clearly fictitious establishment, with a good key: département, 99, rank, key (GEODATA §5).
 *
 * @param rank from 0, to 9,999 in mainland France and Corsica, to 999 overseas
 * @throws RangeError when the département or the rank leaves no room
 * @example fictitiousFiness('54', 7) // '549900074'
 */
export function fictitiousFiness(departement: DepartementCode, rank: number): FinessNumber {
  const overseas = OVERSEAS_PREFIXES[departement];
  const room = overseas === undefined ? 10_000 : 1_000;
  if (!Number.isInteger(rank) || rank < 0 || rank >= room || (overseas === undefined && departement.length > 2)) {
    throw new RangeError(`no fictitious FINESS for département ${departement}, rank ${rank}`);
  }
  // Overseas the fourth character is taken, which leaves three digits: ranks start at 900 to keep the "99", then wrap.
  const body =
    overseas === undefined
      ? `${departement}99${String(rank).padStart(4, '0')}`
      : overseas + String((900 + rank) % 1_000).padStart(3, '0');
  return body + luhnKeyOf(digitsOf(body));
}
