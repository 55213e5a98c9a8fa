/** The missions of an account request become missions of its establishment when it is validated (F29). */
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import { UNDECIDED_MISSION } from '../../contract/national/rows/undecided-mission.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';

type MissionRow = Omit<Stored<'mission'>, 'version' | 'updatedAt'>;

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** The row of a new mission. Establishment columns are copied, so that the queue needs no join. */
export function newMissionRow(
  id: string,
  establishment: Stored<'establishment'>,
  need: MissionNeed,
  requesterAccountId: string | null,
  at: string,
): MissionRow {
  return {
    ...UNDECIDED_MISSION,
    id,
    establishmentId: establishment.id,
    establishmentName: establishment.name,
    establishmentFamily: establishment.family,
    agency: establishment.agency,
    departement: establishment.departement,
    postalCode: establishment.postalCode,
    city: establishment.city,
    latitude: establishment.latitude,
    longitude: establishment.longitude,
    precision: establishment.precision,
    profession: need.profession,
    specialty: need.specialty,
    headcount: need.headcount,
    accepted: 0,
    contacted: 0,
    proposed: 0,
    startDate: need.startDate,
    endDate: need.endDate,
    ehpad: flag(need.ehpad),
    intensiveCare: flag(need.intensiveCare),
    vehicle: flag(need.vehicle),
    weekend: flag(need.weekend),
    vaccinationHelp: flag(need.vaccinationHelp),
    vaccinationExperience: flag(need.vaccinationExperience),
    vaccinationProfessions: JSON.stringify(need.vaccinationProfessions),
    state: 'open',
    createdAt: at,
    requesterAccountId,
  };
}

/** Inserts the missions of a request, in its order; returns their ids. */
export async function insertRequestedMissions(
  work: UnitOfWork,
  establishment: Stored<'establishment'>,
  missions: string,
  accountId: string,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const need of JSON.parse(missions) as MissionNeed[]) {
    const id = work.ground.makeId();
    await work.insert('mission', newMissionRow(id, establishment, need, accountId, work.at));
    ids.push(id);
  }
  return ids;
}
