/**
 * One row of annex 2, with every reason at once (F42, F116-F120). Pure but for the map of postal codes: what the base
 * knows (duplicates, other regions) is asked afterwards.
 */

import type { EstablishmentType } from '../../../contract/domain/establishment-category.ts';
import { parseEstablishmentType } from '../../../contract/domain/establishment-category.ts';
import type { AgencyCode } from '../../../contract/domain/geography/agency.ts';
import { parseAgencyCode } from '../../../contract/domain/geography/agency.ts';
import { parseEmailAddress } from '../../../contract/domain/identifier/email-address.ts';
import { parseFiness } from '../../../contract/domain/identifier/finess.ts';
import { parseGid } from '../../../contract/domain/identifier/gid.ts';
import { parsePhoneNumber } from '../../../contract/domain/identifier/phone-number.ts';
import { parsePostalCodeForm } from '../../../contract/domain/identifier/postal-code-form.ts';
import type { Parsed } from '../../../contract/domain/parsed.ts';
import { parsed, refused } from '../../../contract/domain/parsed.ts';
import type { Requester } from '../read-account-form.ts';
import type { RequestedEstablishment } from '../requested-establishment.ts';
import { placeRequest } from '../requested-establishment.ts';
import type { AnnexRow } from './annex-columns.ts';

export interface JudgedRow {
  /** Null when the row is refused. */
  readonly account: { readonly requester: Requester; readonly establishment: RequestedEstablishment } | null;
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
}

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

export function judgeAnnexRow(row: AnnexRow): JudgedRow {
  const reasons: string[] = [];
  const warnings: string[] = [];
  function take<Value>(label: string, answer: Parsed<Value>): Value | null {
    if (!answer.ok) {
      reasons.push(answer.message.startsWith(label) ? answer.message : `${label} : ${answer.message}`);
      return null;
    }
    warnings.push(...answer.warnings.map((warning) => `${label} : ${warning}`));
    return answer.value;
  }
  const code = parseAgencyCode(/^\d+$/.test(row.agency) ? Number(row.agency) : row.agency);
  const agency = take<AgencyCode>(
    'ARS de Rattachement',
    code === null ? refused('valeur inconnue : choisissez-la dans la liste de la deuxième feuille.') : parsed(code),
  );
  const type = take('Type établissement', parseEstablishmentType(row.type));
  const identifiers = identifiersOf(row, type);
  const finess = take('Finess géographique', identifiers.finess);
  const gid = take('GID', identifiers.gid);
  const name = take('nom établissement', line('nom établissement', row.name));
  const address = take('adresse', line('adresse', row.address));
  const postalCode = take('CP', parsePostalCodeForm(row.postalCode));
  const city = take('ville', line('ville', row.city));
  const lastName = take('nom', line('nom', row.lastName));
  const firstName = take('prenom', line('prenom', row.firstName));
  const email = take('e-mail', parseEmailAddress(row.email));
  const phone = take('telephone', parsePhoneNumber(row.phone));
  if (agency === null || type === null || name === null || address === null || postalCode === null || city === null) {
    return { account: null, reasons, warnings };
  }
  if (lastName === null || firstName === null || email === null || phone === null || reasons.length > 0) {
    return { account: null, reasons, warnings };
  }
  const { category, warning } = categoryOf(type, name);
  if (warning !== null) warnings.push(warning);
  const establishment = { name, category, finess, gid, address, postalCode, city, agency };
  if (placeRequest(establishment).elsewhere) {
    warnings.push("CP : ce code postal n'est pas de la région de l'ARS indiquée.");
  }
  return { account: { requester: { lastName, firstName, email, phone }, establishment }, reasons, warnings };
}
