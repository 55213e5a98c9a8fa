/** Register numbers that nobody holds: RPPS of the test range "997", ADELI of the right shape. */
import type { DepartementCode } from '../../contract/domain/geography/departement.ts';
import { luhnKeyOf } from '../../contract/domain/identifier/luhn.ts';
import type { ProfessionCode } from '../../contract/domain/profession.ts';
import { professionOf } from '../../contract/domain/profession.ts';
import type { Random } from './random.ts';

export interface DrawnIdentifier {
  readonly kind: 'rpps' | 'adeli' | 'none';
  readonly number: string | null;
}

const NONE: DrawnIdentifier = { kind: 'none', number: null };
const WRONG_KEY_SHARE = 0.02;
/** Seen on real forms: a nurse who no longer finds the number. */
const MISSING_SHARE = 0.1;
const ADELI_SHARE = 0.25;

/** First characters of an ADELI number: the département, two characters. */
const OVERSEAS_ADELI: Readonly<Record<string, string>> = {
  '971': '9A',
  '972': '9B',
  '973': '9C',
  '974': '9D',
  '976': '9F',
};

function rpps(random: Random): string {
  const body = `997${String(random.integer(0, 9_999_999)).padStart(7, '0')}`;
  const key = luhnKeyOf(body);
  return body + (random.chance(WRONG_KEY_SHARE) ? String((Number(key) + 1) % 10) : key);
}

export function drawIdentifier(
  random: Random,
  profession: ProfessionCode,
  departement: DepartementCode,
): DrawnIdentifier {
  const { family } = professionOf(profession);
  const registered =
    family === 'medical' || family === 'nursing' || family === 'rehabilitation' || family === 'technical';
  if (!registered || random.chance(MISSING_SHARE)) return NONE;
  const prefix = OVERSEAS_ADELI[departement] ?? (departement.length === 2 ? departement : null);
  if (prefix !== null && family !== 'medical' && random.chance(ADELI_SHARE)) {
    return { kind: 'adeli', number: `${prefix}9${String(random.integer(0, 999_999)).padStart(6, '0')}` };
  }
  return { kind: 'rpps', number: rpps(random) };
}
