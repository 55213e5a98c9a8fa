/** The missions of an account request become missions of its establishment when it is validated (F29). */
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { placeMission } from '../rules/place-mission.ts';

/** Inserts the missions of a request, in its order; returns their ids. */
export async function insertRequestedMissions(
  work: UnitOfWork,
  establishment: Stored<'establishment'>,
  missions: string,
  requesterAccountId: string,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const need of JSON.parse(missions) as MissionNeed[]) {
    const id = work.ground.makeId();
    await placeMission(work, { id, establishment, need, requesterAccountId });
    ids.push(id);
  }
  return ids;
}
