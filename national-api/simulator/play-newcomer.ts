/** People whom the base does not know yet: volunteers who sign up, establishments that ask for an account. */
import { addDays, todayIn } from '../../contract/domain/civil-date.ts';
import { AGENCIES } from '../../contract/domain/geography/agency.ts';
import { fictitiousFiness } from '../../contract/domain/identifier/finess.ts';
import { MOBILISATIONS } from '../../contract/domain/mobilisation.ts';
import type { AccountRequestForm } from '../../contract/national/forms/account-request-form.ts';
import type { CandidateForm } from '../../contract/national/forms/candidate-form.ts';
import { drawIdentifier } from '../nation/draw-identifier.ts';
import { shareDraw } from '../nation/draw-share.ts';
import { drawAddress, drawEstablishmentName } from '../nation/establishment-names.ts';
import { addressPart, drawPersonName, drawPhone } from '../nation/person-names.ts';
import { SUPPLY_BY_PROFESSION } from '../nation/proportions.ts';
import type { Outcome, Stage } from './stage.ts';

const drawProfession = shareDraw(SUPPLY_BY_PROFESSION);
/** One newcomer in some gives an e-mail that another gave already. */
const REPEATED_SHARE = 0.12;

function drawHome({ random, places }: Stage) {
  const agency = random.pick(AGENCIES);
  return { agency, place: places.draw(random.pick(agency.departements), random.unit()) };
}

export function drawCandidateForm(stage: Stage): CandidateForm {
  const { random, clock, runMark } = stage;
  const today = todayIn('Europe/Paris', clock());
  const { place } = drawHome(stage);
  const profession = drawProfession(random);
  const { firstName, lastName } = drawPersonName(random);
  const identifier = drawIdentifier(random, profession, place.departement);
  const local = `${addressPart(firstName)}.${addressPart(lastName)}`;
  return {
    candidateId: random.id(clock()),
    lastName,
    firstName,
    email: random.chance(REPEATED_SHARE)
      ? `${local}@volontaire.example`
      : `${local}.${runMark}${random.hex(2)}@example.org`,
    phone: drawPhone(random, 'mobile'),
    postalCode: place.postalCode,
    city: place.city,
    profession,
    specialty: null,
    identifierKind: identifier.kind,
    identifier: identifier.number,
    activityKind: random.pick(['Salarié', 'Libéral', 'Retraité']),
    message: null,
    startDate: addDays(today, random.integer(0, 10)),
    endDate: random.chance(0.4) ? null : addDays(today, random.integer(15, 90)),
    weekdays: true,
    weekend: random.chance(0.6),
    vehicle: random.chance(0.7),
    ehpad: random.chance(0.3),
    intensiveCare: random.chance(0.1),
    vaccinationExperience: random.chance(0.1),
    vaccinationHelp: random.chance(0.3),
    mobilisation: random.pick(MOBILISATIONS),
  };
}

export function drawAccountRequestForm(stage: Stage): AccountRequestForm {
  const { random, clock, runMark } = stage;
  const today = todayIn('Europe/Paris', clock());
  const { agency, place } = drawHome(stage);
  const { firstName, lastName } = drawPersonName(random);
  const { name, category } = drawEstablishmentName(random, 'ehpad', place.city);
  // Saint-Barthélemy and Saint-Martin are numbered with Guadeloupe.
  const numbered = place.departement === '977' || place.departement === '978' ? '971' : place.departement;
  const local = `${addressPart(firstName)}.${addressPart(lastName)}`;
  const start = addDays(today, random.integer(1, 12));
  return {
    requestId: random.id(clock()),
    lastName,
    firstName,
    email: random.chance(REPEATED_SHARE)
      ? 'accueil@demande.example'
      : `${local}.${runMark}${random.hex(2)}@demande.example`,
    phone: drawPhone(random, 'landline'),
    category,
    finess: fictitiousFiness(numbered, random.integer(500, 899)),
    gid: null,
    establishmentName: name,
    address: drawAddress(random),
    postalCode: place.postalCode,
    city: place.city,
    agency: agency.code,
    missions: [
      {
        profession: random.pick(['aide-soignant', 'infirmier-diplome-etat'] as const),
        specialty: null,
        headcount: random.integer(1, 3),
        startDate: start,
        endDate: addDays(start, random.integer(5, 30)),
        ehpad: random.chance(0.2),
        intensiveCare: false,
        vehicle: false,
        weekend: random.chance(0.4),
        vaccinationHelp: false,
        vaccinationExperience: false,
        vaccinationProfessions: [],
      },
    ],
  };
}

export async function playVolunteer(stage: Stage): Promise<Outcome> {
  await stage.client.submit('/v1/candidates', drawCandidateForm(stage));
  return 'accepted';
}

export async function playApplicant(stage: Stage): Promise<Outcome> {
  await stage.client.submit('/v1/account-requests', drawAccountRequestForm(stage));
  return 'accepted';
}
