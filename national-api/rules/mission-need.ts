/** What an establishment may ask for, and the columns that hold it (DOMAIN §2.1-2.3; F30, F52-F57, F172). */
import { addDays, formatCivilDate, isCivilDate } from '../../contract/domain/civil-date.ts';
import { specialtiesOf } from '../../contract/domain/specialty.ts';
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { Stored } from '../kernel/unit-of-work.ts';

/** A need further away than this is a typing error: a crisis is not planned two years ahead. */
const FARTHEST_DAYS = 730;

/** @throws CommandRefusal with a sentence that says what to correct */
export function requireSaneNeed(need: MissionNeed, today: string): void {
  const { startDate, endDate, profession, specialty } = need;
  if (!isCivilDate(startDate) || !isCivilDate(endDate)) {
    throw new CommandRefusal('date-unknown', "L'une des dates n'existe pas.");
  }
  if (endDate < startDate) {
    throw new CommandRefusal('dates-reversed', 'La date de fin précède la date de début.');
  }
  if (endDate < today) {
    throw new CommandRefusal('date-out-of-range', 'La date de fin est déjà passée.');
  }
  const farthest = addDays(today, FARTHEST_DAYS);
  if (endDate > farthest) {
    throw new CommandRefusal(
      'date-out-of-range',
      `La date de fin est trop lointaine : au plus ${formatCivilDate(farthest)}.`,
    );
  }
  if (specialty !== null && !specialtiesOf(profession).some(({ code }) => code === specialty)) {
    throw new CommandRefusal('unknown-specialty', "Cette spécialité n'est pas proposée pour cette profession.");
  }
  if (need.vaccinationHelp && need.vaccinationProfessions.length === 0) {
    throw new CommandRefusal(
      'vaccination-professions-required',
      'Cochez au moins une profession éligible à la vaccination.',
    );
  }
}

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** The need as a mission's row holds it. */
export function needColumns(need: MissionNeed) {
  return {
    profession: need.profession,
    specialty: need.specialty,
    headcount: need.headcount,
    startDate: need.startDate,
    endDate: need.endDate,
    ehpad: flag(need.ehpad),
    intensiveCare: flag(need.intensiveCare),
    vehicle: flag(need.vehicle),
    weekend: flag(need.weekend),
    vaccinationHelp: flag(need.vaccinationHelp),
    vaccinationExperience: flag(need.vaccinationExperience),
    vaccinationProfessions: JSON.stringify([...new Set(need.vaccinationProfessions)]),
  } satisfies Partial<Stored<'mission'>>;
}
