/** The missions of an account's establishments, without the regulators' own facts (F121, F159). */

import { stateOfMission } from '../../contract/national/facts/mission-facts.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { EstablishmentMission } from '../../contract/national/views/establishment-views.ts';
import type { Ground } from '../kernel/ground.ts';
import type { Stored } from '../kernel/unit-of-work.ts';

export interface MyMissionsQuery {
  readonly state?: 'open' | 'closed' | 'archived' | undefined;
  /** Id of the last mission of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What an establishment sees of a mission: never the note, the priority, the alert nor the regulator. */
export function missionView(mission: Stored<'mission'>, now: number): EstablishmentMission {
  return {
    id: mission.id,
    version: mission.version,
    establishmentId: mission.establishmentId,
    establishmentName: mission.establishmentName,
    agency: mission.agency,
    profession: mission.profession,
    specialty: mission.specialty,
    headcount: mission.headcount,
    accepted: mission.accepted,
    contacted: mission.contacted,
    proposed: mission.proposed,
    startDate: mission.startDate,
    endDate: mission.endDate,
    ehpad: mission.ehpad === 1,
    intensiveCare: mission.intensiveCare === 1,
    vehicle: mission.vehicle === 1,
    weekend: mission.weekend === 1,
    vaccinationHelp: mission.vaccinationHelp === 1,
    vaccinationExperience: mission.vaccinationExperience === 1,
    vaccinationProfessions: JSON.parse(mission.vaccinationProfessions) as string[],
    state: stateOfMission(mission, now),
    closingReason: mission.closingReason,
    createdAt: mission.createdAt,
    updatedAt: mission.updatedAt,
  };
}

export async function myMissions(
  ground: Ground,
  actor: Principal,
  query: MyMissionsQuery,
): Promise<{ missions: EstablishmentMission[]; next: string | null }> {
  if (actor.establishments.length === 0) return { missions: [], next: null };
  let rows = ground.database.read
    .selectFrom('mission')
    .selectAll()
    .where('establishmentId', 'in', actor.establishments)
    .orderBy('id')
    .limit(query.limit + 1);
  if (query.state !== undefined) rows = rows.where('state', '=', query.state);
  if (query.after !== undefined) rows = rows.where('id', '>', query.after);
  const found = await rows.execute();
  const missions = found.slice(0, query.limit).map((mission) => missionView(mission, ground.clock()));
  return { missions, next: found.length > query.limit ? (missions.at(-1)?.id ?? null) : null };
}
