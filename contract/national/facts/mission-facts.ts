/** The one place where a mission's row becomes the mission that the rules of contract/domain speak of. */
import type { AgencyCode } from '../../domain/geography/agency.ts';
import type { DepartementCode } from '../../domain/geography/departement.ts';
import type { ClosingReason, Mission, MissionState } from '../../domain/mission.ts';
import { missionState } from '../../domain/mission.ts';
import type { ProfessionCode } from '../../domain/profession.ts';
import type { SpecialtyCode } from '../../domain/specialty.ts';
import type { MissionRow } from '../rows/mission-row.ts';
import { todayOf } from './today.ts';

/**
 * @param territorialPools the pools, of those that matter to the question, that serve the establishment
 */
export function missionFacts(row: MissionRow, territorialPools: readonly string[] = []): Mission {
  return {
    id: row.id,
    establishmentId: row.establishmentId,
    // Null where only the CCS regulates: the rules only compare it, and nobody else has null.
    agency: row.agency as AgencyCode,
    departement: row.departement as DepartementCode,
    profession: row.profession as ProfessionCode,
    specialty: row.specialty as SpecialtyCode | null,
    wanted: row.headcount,
    accepted: row.accepted,
    start: row.startDate,
    end: row.endDate,
    requirements: {
      vehicle: row.vehicle === 1,
      weekends: row.weekend === 1,
      ehpadExperience: row.ehpad === 1,
      intensiveCareExperience: row.intensiveCare === 1,
      vaccinationHelp: row.vaccinationHelp === 1,
      vaccinationExperience: row.vaccinationExperience === 1,
      vaccinationProfessions: JSON.parse(row.vaccinationProfessions) as ProfessionCode[],
    },
    // A closed mission always says why; an archived one had ended, or was closed.
    closing: row.state === 'closed' ? ((row.closingReason ?? 'withdrawn') as ClosingReason) : null,
    archived: row.state === 'archived',
    territorialPools,
  };
}

/** The state that people read, today where the mission's agency lives. */
export function stateOfMission(row: MissionRow, now: number): MissionState {
  return missionState(missionFacts(row), todayOf(row.agency, now));
}
