/** Checks a need of a form (F52-F57): real dates in order, a specialty of the profession, a coherent vaccination part. */
import { isCivilDate } from '../../contract/domain/civil-date.ts';
import { specialtiesOf } from '../../contract/domain/specialty.ts';
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import type { FormCheck } from './form-refusal.ts';

/** Notes every fault under `pointer`; n = 0 is legal (F30). */
export function checkMissionNeed(check: FormCheck, pointer: string, need: MissionNeed): void {
  const { startDate, endDate, specialty, profession } = need;
  if (!isCivilDate(startDate)) check.fault(`${pointer}/startDate`, "Cette date n'existe pas.");
  if (!isCivilDate(endDate)) check.fault(`${pointer}/endDate`, "Cette date n'existe pas.");
  else if (isCivilDate(startDate) && endDate < startDate) {
    check.fault(`${pointer}/endDate`, 'La date de fin précède la date de début.');
  }
  if (specialty !== null && !specialtiesOf(profession).some(({ code }) => code === specialty)) {
    check.fault(`${pointer}/specialty`, "Cette spécialité n'est pas proposée pour cette profession.");
  }
  if (need.vaccinationHelp && need.vaccinationProfessions.length === 0) {
    check.fault(`${pointer}/vaccinationProfessions`, 'Indiquez au moins une profession éligible à la vaccination.');
  }
}
