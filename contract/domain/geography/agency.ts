import type { DepartementCode } from './departement.ts';

/** Number of an agency in annex 2 of the ministerial letter (DOMAIN §1, seed A); not the INSEE region code. */
export type AgencyCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18;

/** IANA zone in which an agency counts its days: "today" of a mission is a date in this zone (DOMAIN §1). */
export type AgencyTimeZone =
  | 'Europe/Paris'
  | 'America/Guadeloupe'
  | 'America/Martinique'
  | 'America/Cayenne'
  | 'Indian/Reunion'
  | 'Indian/Mayotte';

/** A regional health agency (ARS), which regulates the reinforcements of its départements. */
export interface Agency {
  readonly code: AgencyCode;
  /** Name as annex 2 writes it: "Grand-Est" with its hyphen, where INSEE writes "Grand Est". */
  readonly name: string;
  /** Label on screen, e.g. "ARS Grand-Est". */
  readonly label: string;
  /** Label in the spreadsheets of annex 2, e.g. "6-ARS Grand-Est"; what imports read and exports write. */
  readonly annexLabel: string;
  /** INSEE region code, e.g. "44". */
  readonly regionCode: string;
  readonly timeZone: AgencyTimeZone;
  /** Départements it regulates; Guadeloupe also holds Saint-Barthélemy (977) and Saint-Martin (978). */
  readonly departements: readonly DepartementCode[];
}

/** The 18 agencies, in the order of annex 2. */
export const AGENCIES: readonly Agency[] = [
  agency(1, 'Nouvelle-Aquitaine', '75', 'Europe/Paris', [
    '16',
    '17',
    '19',
    '23',
    '24',
    '33',
    '40',
    '47',
    '64',
    '79',
    '86',
    '87',
  ]),
  agency(2, 'Normandie', '28', 'Europe/Paris', ['14', '27', '50', '61', '76']),
  agency(3, 'Bourgogne-Franche-Comté', '27', 'Europe/Paris', ['21', '25', '39', '58', '70', '71', '89', '90']),
  agency(4, 'Bretagne', '53', 'Europe/Paris', ['22', '29', '35', '56']),
  agency(5, 'Centre-Val de Loire', '24', 'Europe/Paris', ['18', '28', '36', '37', '41', '45']),
  agency(6, 'Grand-Est', '44', 'Europe/Paris', ['08', '10', '51', '52', '54', '55', '57', '67', '68', '88']),
  agency(7, 'Corse', '94', 'Europe/Paris', ['2A', '2B']),
  agency(8, 'Guadeloupe', '01', 'America/Guadeloupe', ['971', '977', '978']),
  agency(9, 'Guyane', '03', 'America/Cayenne', ['973']),
  agency(10, 'Île-de-France', '11', 'Europe/Paris', ['75', '77', '78', '91', '92', '93', '94', '95']),
  agency(11, 'La Réunion', '04', 'Indian/Reunion', ['974']),
  agency(12, 'Martinique', '02', 'America/Martinique', ['972']),
  agency(13, 'Mayotte', '06', 'Indian/Mayotte', ['976']),
  agency(14, 'Occitanie', '76', 'Europe/Paris', [
    '09',
    '11',
    '12',
    '30',
    '31',
    '32',
    '34',
    '46',
    '48',
    '65',
    '66',
    '81',
    '82',
  ]),
  agency(15, 'Hauts-de-France', '32', 'Europe/Paris', ['02', '59', '60', '62', '80']),
  agency(16, 'Pays de la Loire', '52', 'Europe/Paris', ['44', '49', '53', '72', '85']),
  agency(17, "Provence-Alpes-Côte d'Azur", '93', 'Europe/Paris', ['04', '05', '06', '13', '83', '84']),
  agency(18, 'Auvergne-Rhône-Alpes', '84', 'Europe/Paris', [
    '01',
    '03',
    '07',
    '15',
    '26',
    '38',
    '42',
    '43',
    '63',
    '69',
    '73',
    '74',
  ]),
];

function agency(
  code: AgencyCode,
  name: string,
  regionCode: string,
  timeZone: AgencyTimeZone,
  departements: readonly DepartementCode[],
): Agency {
  const label = `ARS ${name}`;
  return { code, name, label, annexLabel: `${code}-${label}`, regionCode, timeZone, departements };
}

const BY_CODE: ReadonlyMap<number, Agency> = new Map(AGENCIES.map((one) => [one.code, one]));
const BY_DEPARTEMENT: ReadonlyMap<DepartementCode, Agency> = new Map(
  AGENCIES.flatMap((one) => one.departements.map((departement) => [departement, one] as const)),
);
const BY_NAME: ReadonlyMap<string, Agency> = new Map(AGENCIES.map((one) => [foldName(one.name), one]));

/** True for the numbers 1 to 18. */
export function isAgencyCode(value: unknown): value is AgencyCode {
  return typeof value === 'number' && BY_CODE.has(value);
}

/**
 * The agency that bears this code.
 *
 * @throws RangeError if a value outside the type was forced in.
 */
export function agencyOf(code: AgencyCode): Agency {
  const found = BY_CODE.get(code);
  if (found === undefined) throw new RangeError(`Unknown agency code: ${String(code)}`);
  return found;
}

/**
 * The agency that regulates a département.
 *
 * @returns null for 975, 986, 987 and 988, which only the CCS sees (DOMAIN §1).
 * @example
 * agencyOfDepartement('54')?.label;  // 'ARS Grand-Est'
 * agencyOfDepartement('978')?.label; // 'ARS Guadeloupe'
 */
export function agencyOfDepartement(departement: DepartementCode): Agency | null {
  return BY_DEPARTEMENT.get(departement) ?? null;
}

/**
 * Reads an agency as annex 2 or a person writes it: `6`, "6", "6-ARS Grand-Est", "ARS Grand Est", "grand est".
 * Accents, case, hyphens and apostrophes do not matter. A number and a name that disagree are refused,
 * since either could be the mistake.
 *
 * @returns the code, or null when nothing (or two things) can be read; never throws.
 */
export function parseAgencyCode(value: unknown): AgencyCode | null {
  if (isAgencyCode(value)) return value;
  if (typeof value !== 'string') return null;
  const parts = /^\s*(\d{1,2})?\s*(?:[-–—.:]\s*)?(.*)$/su.exec(value);
  if (parts === null) return null;
  const [, digits, rest = ''] = parts;
  const name = foldName(rest).replace(/^ars(?: |$)/u, '');
  const byNumber = digits === undefined ? undefined : BY_CODE.get(Number(digits));
  const byName = name === '' ? undefined : BY_NAME.get(name);
  if (digits !== undefined && byNumber === undefined) return null;
  if (name !== '' && byName === undefined) return null;
  if (byNumber !== undefined && byName !== undefined && byNumber !== byName) return null;
  return (byNumber ?? byName)?.code ?? null;
}

function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/gu, ' ')
    .trim();
}
