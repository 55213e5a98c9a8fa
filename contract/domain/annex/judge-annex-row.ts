/**
 * One row of annex 2, with every reason at once (F42, F116-F120): the desk judges it before anything is sent, and the
 * service again with the same rules. What a base knows (duplicates, other regions) is asked afterwards.
 */

import type { EstablishmentType } from '../establishment-category.ts';
import { parseEstablishmentType } from '../establishment-category.ts';
import type { AgencyCode } from '../geography/agency.ts';
import { parseAgencyCode } from '../geography/agency.ts';
import { parseEmailAddress } from '../identifier/email-address.ts';
import { parseFiness } from '../identifier/finess.ts';
import { parseGid } from '../identifier/gid.ts';
import { parsePhoneNumber } from '../identifier/phone-number.ts';
import { parsePostalCodeForm } from '../identifier/postal-code-form.ts';
import type { Parsed } from '../parsed.ts';
import { parsed, refused } from '../parsed.ts';
import type { AnnexAccount } from './annex-account.ts';
import type { AnnexKey, AnnexRow } from './annex-columns.ts';
import { ANNEX_COLUMNS, GID_HEADER } from './annex-columns.ts';

/** What is said of one cell. */
export interface CellRemark {
  readonly column: AnnexKey;
  /** French sentence that begins with the column's header. */
  readonly message: string;
}

export interface JudgedRow {
  /** Null when the row is refused. */
  readonly account: AnnexAccount | null;
  /** Why it is refused, each cell at fault. */
  readonly faults: readonly CellRemark[];
  readonly warnings: readonly CellRemark[];
}

/** The agency of a postal code, null where none or unknown. */
export type AgencyAt = (postalCode: string, city: string) => AgencyCode | null;

const MOST_CHARACTERS = 200;

/** Types of annex 2 say less than the form's categories: these two are read in the name. */
const READ_IN_NAME = [
  { word: /\behpad\b/i, category: '500', label: 'EHPAD' },
  { word: /\bssiad\b/i, category: '354', label: 'SSIAD' },
] as const;

function line(label: string, text: string): Parsed<string> {
  if (text === '') return refused(`${label} : à remplir.`);
  return text.length > MOST_CHARACTERS ? refused(`${label} : trop long.`) : parsed(text);
}

function categoryOf(type: EstablishmentType, name: string): { category: string; warning: string | null } {
  if (type === 'vaccination') return { category: 'centre-vaccination', warning: null };
  const read = type === 4 ? READ_IN_NAME.find(({ word }) => word.test(name)) : undefined;
  if (read === undefined) return { category: `autre-${type}`, warning: null };
  return { category: read.category, warning: `Catégorie lue dans le nom : ${read.label}.` };
}

/** A vaccination centre may give its GID in its own column or in that of the FINESS (F120). */
function identifiersOf(row: AnnexRow, type: EstablishmentType | null) {
  if (type !== 'vaccination') return { finess: parseFiness(row.finess), gid: parsed<string | null>(null) };
  const asFiness = parseFiness(row.finess);
  const gid = parseGid(row.gid === '' ? row.finess : row.gid);
  return { finess: row.gid !== '' && asFiness.ok ? asFiness : parsed<string | null>(null), gid };
}

const LABELS = new Map<AnnexKey, string>([
  ...ANNEX_COLUMNS.map(({ key, header }) => [key, header] as const),
  ['gid', GID_HEADER],
]);

/** @example judgeAnnexRow(row, () => null).faults // [{ column: 'email', message: 'e-mail : …' }] */
export function judgeAnnexRow(row: AnnexRow, agencyAt: AgencyAt): JudgedRow {
  const faults: CellRemark[] = [];
  const warnings: CellRemark[] = [];
  function take<Value>(column: AnnexKey, answer: Parsed<Value>): Value | null {
    const label = LABELS.get(column) ?? column;
    if (!answer.ok) {
      const message = answer.message.startsWith(label) ? answer.message : `${label} : ${answer.message}`;
      faults.push({ column, message });
      return null;
    }
    warnings.push(...answer.warnings.map((warning) => ({ column, message: `${label} : ${warning}` })));
    return answer.value;
  }
  const text = (column: AnnexKey) => take(column, line(LABELS.get(column) ?? column, row[column]));
  const code = parseAgencyCode(/^\d+$/.test(row.agency) ? Number(row.agency) : row.agency);
  const agency = take<AgencyCode>(
    'agency',
    code === null ? refused('valeur inconnue : choisissez-la dans la liste de la deuxième feuille.') : parsed(code),
  );
  const type = take('type', parseEstablishmentType(row.type));
  const identifiers = identifiersOf(row, type);
  const finess = take('finess', identifiers.finess);
  const gid = take('gid', identifiers.gid);
  const name = text('name');
  const address = text('address');
  const postalCode = take('postalCode', parsePostalCodeForm(row.postalCode));
  const city = text('city');
  const lastName = text('lastName');
  const firstName = text('firstName');
  const email = take('email', parseEmailAddress(row.email));
  const phone = take('phone', parsePhoneNumber(row.phone));
  if (agency === null || type === null || name === null || address === null || postalCode === null || city === null) {
    return { account: null, faults, warnings };
  }
  if (lastName === null || firstName === null || email === null || phone === null || faults.length > 0) {
    return { account: null, faults, warnings };
  }
  const { category, warning } = categoryOf(type, name);
  if (warning !== null) warnings.push({ column: 'name', message: warning });
  const establishment = { name, category, finess, gid, address, postalCode, city, agency };
  const lies = agencyAt(postalCode, city);
  if (lies !== null && lies !== agency) {
    const message = "CP : ce code postal n'est pas de la région de l'ARS indiquée.";
    warnings.push({ column: 'postalCode', message });
  }
  return { account: { requester: { lastName, firstName, email, phone }, establishment }, faults, warnings };
}
