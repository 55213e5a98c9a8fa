/** The public form, field by field, in normal form (DOMAIN §5.2; F44-F48). Pure: what the base knows comes after. */

import type { AnnexAccount } from '../../contract/domain/annex/annex-account.ts';
import { isVaccinationCentre, parseEstablishmentCategory } from '../../contract/domain/establishment-category.ts';
import { isAgencyCode } from '../../contract/domain/geography/agency.ts';
import { parseEmailAddress } from '../../contract/domain/identifier/email-address.ts';
import { parseFiness } from '../../contract/domain/identifier/finess.ts';
import { parseGid } from '../../contract/domain/identifier/gid.ts';
import { parsePhoneNumber } from '../../contract/domain/identifier/phone-number.ts';
import { parsePostalCodeForm } from '../../contract/domain/identifier/postal-code-form.ts';
import type { AccountRequestForm } from '../../contract/national/forms/account-request-form.ts';
import { FormRefusal, startFormCheck } from './form-refusal.ts';
import { checkMissionNeed } from './read-mission-need.ts';

/** @throws FormRefusal with every field at fault */
export function readAccountForm(form: Omit<AccountRequestForm, 'requestId'>): AnnexAccount {
  const check = startFormCheck();
  const email = check.take('/email', parseEmailAddress(form.email));
  const phone = check.take('/phone', parsePhoneNumber(form.phone));
  const category = check.take('/category', parseEstablishmentCategory(form.category));
  const postalCode = check.take('/postalCode', parsePostalCodeForm(form.postalCode));
  const vaccination = category !== null && isVaccinationCentre(category);
  const finess = vaccination && !form.finess ? null : check.take('/finess', parseFiness(form.finess ?? ''));
  const gid = vaccination ? check.take('/gid', parseGid(form.gid ?? '')) : null;
  if (!vaccination && category !== null && form.gid) {
    check.fault('/gid', "Le GID n'identifie que les centres de vaccination : indiquez le numéro FINESS.");
  }
  if (!isAgencyCode(form.agency)) check.fault('/agency', "Choisissez l'ARS de rattachement.");
  form.missions.forEach((need, index) => {
    checkMissionNeed(check, `/missions/${index}`, need);
  });
  check.settle();
  if (email === null || phone === null || category === null || postalCode === null || !isAgencyCode(form.agency)) {
    throw new FormRefusal('invalid-input', 'Certaines réponses sont à corriger.');
  }
  const { lastName, firstName, establishmentName: name, address, city, agency } = form;
  return {
    requester: { lastName, firstName, email, phone },
    establishment: { name, category, finess, gid, address, postalCode, city, agency },
  };
}
