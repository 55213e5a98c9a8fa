/** Invents the newcomers of a simulation: volunteers, applicants, needs, in the manner of the nation's own people. */
import { addDays, todayIn } from '../../contract/domain/civil-date.ts';
import { AGENCIES } from '../../contract/domain/geography/agency.ts';
import type { Places } from '../../contract/domain/geography/places.ts';
import { fictitiousFiness } from '../../contract/domain/identifier/finess.ts';
import { MOBILISATIONS } from '../../contract/domain/mobilisation.ts';
import type { ProfessionCode } from '../../contract/domain/profession.ts';
import type { Invention } from '../simulator/invention.ts';
import { drawIdentifier } from './draw-identifier.ts';
import { shareDraw } from './draw-share.ts';
import { drawAddress, drawEstablishmentName } from './establishment-names.ts';
import { addressPart, drawPersonName, drawPhone } from './person-names.ts';
import { SUPPLY_BY_PROFESSION } from './proportions.ts';
import type { Random } from './random.ts';

/** One newcomer in some gives an e-mail that another gave already. */
const REPEATED_SHARE = 0.12;
const ASKED: readonly ProfessionCode[] = [
  'infirmier-diplome-etat',
  'aide-soignant',
  'agent-de-service',
  'auxiliaire-de-vie',
];

/** Two runs on one base invent different addresses: each has a mark of its own. */
export function inventNewcomers(random: Random, places: Places): Invention {
  const drawProfession = shareDraw(SUPPLY_BY_PROFESSION);
  const mark = random.hex(3);

  function drawPerson(domain: string, repeated: string) {
    const { firstName, lastName } = drawPersonName(random);
    const local = `${addressPart(firstName)}.${addressPart(lastName)}`;
    const email = random.chance(REPEATED_SHARE) ? repeated : `${local}.${mark}${random.hex(2)}@${domain}`;
    return { firstName, lastName, email };
  }

  function drawHome() {
    const agency = random.pick(AGENCIES);
    return { agency, place: places.draw(random.pick(agency.departements), random.unit()) };
  }

  function need(today: string): ReturnType<Invention['need']> {
    const start = addDays(today, random.integer(1, 12));
    return {
      profession: random.pick(ASKED),
      specialty: null,
      headcount: random.integer(1, 3),
      startDate: start,
      endDate: addDays(start, random.integer(4, 40)),
      ehpad: random.chance(0.2),
      intensiveCare: false,
      vehicle: random.chance(0.15),
      weekend: random.chance(0.35),
      vaccinationHelp: false,
      vaccinationExperience: false,
      vaccinationProfessions: [],
    };
  }

  return {
    need,
    volunteer(now) {
      const today = todayIn('Europe/Paris', now);
      const { place } = drawHome();
      const profession = drawProfession(random);
      const identifier = drawIdentifier(random, profession, place.departement);
      return {
        candidateId: random.id(now),
        ...drawPerson('example.org', 'famille.exemple@volontaire.example'),
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
    },
    applicant(now) {
      const { agency, place } = drawHome();
      const { name, category } = drawEstablishmentName(random, 'ehpad', place.city);
      // Saint-Barthélemy and Saint-Martin are numbered with Guadeloupe.
      const numbered = place.departement === '977' || place.departement === '978' ? '971' : place.departement;
      return {
        requestId: random.id(now),
        ...drawPerson('demande.example', 'accueil@demande.example'),
        phone: drawPhone(random, 'landline'),
        category,
        finess: fictitiousFiness(numbered, random.integer(500, 899)),
        gid: null,
        establishmentName: name,
        address: drawAddress(random),
        postalCode: place.postalCode,
        city: place.city,
        agency: agency.code,
        missions: [need(todayIn('Europe/Paris', now))],
      };
    },
  };
}
