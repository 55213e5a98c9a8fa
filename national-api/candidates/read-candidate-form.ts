/** A volunteer's questionnaire, field by field, in normal form (F66-F72). Pure but for the map of postal codes. */
import { isCivilDate } from '../../contract/domain/civil-date.ts';
import { parseEmailAddress } from '../../contract/domain/identifier/email-address.ts';
import { parsePhoneNumber } from '../../contract/domain/identifier/phone-number.ts';
import { parsePostalCodeForm } from '../../contract/domain/identifier/postal-code-form.ts';
import { parseProfessionalIdentifier } from '../../contract/domain/identifier/professional-identifier.ts';
import { specialtiesOf } from '../../contract/domain/specialty.ts';
import type { CandidateChange, CandidateForm } from '../../contract/national/forms/candidate-form.ts';
import type { FormCheck } from '../accounts/form-refusal.ts';
import { startFormCheck } from '../accounts/form-refusal.ts';
import { shippedPlaces } from '../geography/shipped-places.ts';
import type { Stored } from '../kernel/unit-of-work.ts';

type Row = Stored<'candidate'>;

/** Where a person lives, as rows store it. */
export type CandidatePlace = Pick<
  Row,
  'postalCode' | 'city' | 'departement' | 'agency' | 'latitude' | 'longitude' | 'precision'
>;

/** Places a home; a postal code that means nothing is a fault, since everything follows from it (DOMAIN §1). */
export function readHome(check: FormCheck, postalCode: string, city: string): CandidatePlace | null {
  const code = check.take('/postalCode', parsePostalCodeForm(postalCode));
  if (code === null) return null;
  const place = shippedPlaces().locate(code, city);
  if (place.departement === null) {
    check.fault('/postalCode', "Ce code postal n'est pas connu : vérifiez-le, ainsi que la ville.");
    return null;
  }
  const { departement, agency, latitude, longitude, precision } = place;
  return { postalCode: code, city, departement, agency, latitude, longitude, precision };
}

/** The end may be empty (F72); with one, it does not come before the start. */
export function checkAvailability(check: FormCheck, startDate: string, endDate: string | null): void {
  if (!isCivilDate(startDate)) check.fault('/startDate', "Cette date n'existe pas.");
  if (endDate === null) return;
  if (!isCivilDate(endDate)) check.fault('/endDate', "Cette date n'existe pas.");
  else if (endDate < startDate) check.fault('/endDate', 'La date de fin précède la date de début.');
}

const FLAGS = [
  'weekdays',
  'weekend',
  'vehicle',
  'ehpad',
  'intensiveCare',
  'vaccinationExperience',
  'vaccinationHelp',
] as const;
type Flags = Pick<Row, (typeof FLAGS)[number]>;

/** The yes-or-no answers that were given, as rows store them. */
export function flagsOf(answers: CandidateChange): Partial<Flags> {
  return Object.fromEntries(
    FLAGS.flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name] ? 1 : 0]])),
  ) as Partial<Flags>;
}

export interface CheckedCandidateForm {
  readonly email: string;
  readonly phone: string;
  readonly identifier: string | null;
  readonly home: CandidatePlace;
}

/** @throws FormRefusal with every field at fault */
export function readCandidateForm(form: CandidateForm): CheckedCandidateForm {
  const check = startFormCheck();
  const email = check.take('/email', parseEmailAddress(form.email));
  const phone = check.take('/phone', parsePhoneNumber(form.phone));
  const identifier = check.take('/identifier', parseProfessionalIdentifier(form.identifierKind, form.identifier ?? ''));
  const home = readHome(check, form.postalCode, form.city);
  checkAvailability(check, form.startDate, form.endDate);
  if (form.specialty !== null && !specialtiesOf(form.profession).some(({ code }) => code === form.specialty)) {
    check.fault('/specialty', "Cette spécialité n'est pas proposée pour cette profession.");
  }
  check.settle();
  if (email === null || phone === null || home === null) throw new Error('A fault of the form was not settled');
  return { email, phone, identifier, home };
}
