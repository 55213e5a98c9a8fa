/** A mission whose last day is over holds nobody any more, and its alert is lifted (DOMAIN §2.6, §4.6). */
import { missionState } from '../../contract/domain/mission.ts';
import { missionFacts } from '../../contract/national/facts/mission-facts.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { liftAlertIfAny } from '../commands/lift-alert.ts';
import type { Ground } from '../kernel/ground.ts';
import type { SubjectKey } from '../kernel/handler.ts';
import { systemAct } from '../rules/act.ts';
import { missionKeys } from '../rules/footprints.ts';
import { lapseWaiting, settle } from '../rules/settle.ts';
import { agenciesByDay } from './agencies-by-day.ts';
import { inSlices } from './in-slices.ts';
import { underLocks } from './under-locks.ts';

const SHOWN_ALERTS = ['raised', 'taken', 'answered'];

async function endedAndHolding(ground: Ground): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { today, agencies } of agenciesByDay(ground.clock())) {
    const rows = await ground.database.read
      .selectFrom('mission')
      .select(['id', 'agency'])
      .where('state', '=', 'open')
      .where('endDate', '<', today)
      .where((either) =>
        either.or([either('contacted', '>', 0), either('proposed', '>', 0), either('alert', 'in', SHOWN_ALERTS)]),
      )
      .orderBy('id')
      .execute();
    found.push(...rows.filter(({ agency }) => agencies.includes(agency)).map(({ id }) => id));
  }
  return found;
}

/** @returns how many missions let go of somebody or of an alert */
export async function endMissions(ground: Ground): Promise<number> {
  return inSlices(ground, await endedAndHolding(ground), (ids) =>
    underLocks(
      ground,
      async (reader) => {
        const keys: SubjectKey[] = [];
        for (const id of ids) keys.push(...(await missionKeys(reader, id)));
        return keys;
      },
      async (work) => {
        const act = systemAct(work);
        let ended = 0;
        for (const id of ids) {
          const mission = await work.get('mission', id);
          if (mission === null) continue;
          if (missionState(missionFacts(mission), todayOf(mission.agency, work.now)) !== 'ended') continue;
          await lapseWaiting(act, id, 'mission-ended');
          await liftAlertIfAny(work, id, 'mission terminée', act);
          ended += 1;
        }
        await settle(act);
        return ended;
      },
    ),
  );
}
