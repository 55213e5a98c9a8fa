/**
 * Who else has a mission open (FEATURES D15). A row says "this person, at this workstation, has this mission open until
 * then"; it is written again by each announcement and read as gone once its time has passed, whoever removes it.
 */

import type { Principal } from '../../contract/national/principal.ts';
import { PRESENCE_LASTS_MS } from '../../contract/national/routes/presence-routes.ts';
import { callerScope } from '../feed/caller-scope.ts';
import type { Ground } from '../kernel/ground.ts';
import { isoInstant } from '../kernel/ground.ts';
import { newestOfLog } from './cell-log.ts';

const MOST = 500;

export interface Announcement {
  readonly station: string;
  readonly missionIds: readonly string[];
}

export interface PresenceAnswer {
  readonly present: { readonly missionId: string; readonly personName: string; readonly since: string }[];
  readonly logHead: string | null;
}

/**
 * Takes the place of what this workstation said before; missions out of the caller's scope are left aside, so that nobody
 * learns, or is told, anything beyond it.
 *
 * @example await announcePresence(ground, principal, { station: 'poste-1', missionIds: ['m-1'] });
 */
export async function announcePresence(
  ground: Ground,
  principal: Principal,
  { station, missionIds }: Announcement,
): Promise<PresenceAnswer> {
  const { agency } = callerScope(principal);
  const now = ground.clock();
  const { read, write } = ground.database;
  const mine = await inScope(ground, agency, missionIds);
  await write
    .deleteFrom('presence')
    .where((row) =>
      row.or([
        row('expiresAt', '<=', now),
        row.and([
          row('personId', '=', principal.personId),
          row('station', '=', station),
          ...(mine.length === 0 ? [] : [row('missionId', 'not in', mine)]),
        ]),
      ]),
    )
    .execute();
  if (mine.length > 0) {
    await write
      .insertInto('presence')
      .values(
        mine.map((missionId) => ({
          personId: principal.personId,
          station,
          missionId,
          personName: principal.displayName,
          since: isoInstant(now),
          expiresAt: now + PRESENCE_LASTS_MS,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['personId', 'station', 'missionId'])
          .doUpdateSet({ expiresAt: now + PRESENCE_LASTS_MS, personName: principal.displayName }),
      )
      .execute();
  }
  let others = read
    .selectFrom('presence')
    .innerJoin('mission', 'mission.id', 'presence.missionId')
    .select(['presence.missionId', 'presence.personName', 'presence.since', 'presence.personId'])
    .where('presence.expiresAt', '>', now)
    .where('presence.personId', '<>', principal.personId)
    .orderBy('presence.since', 'desc')
    .limit(MOST);
  if (agency !== null) others = others.where('mission.agency', '=', agency);
  const rows = await others.execute();
  // Somebody who has it open at two workstations is one person, there since the first.
  const seen = new Map(rows.map((row) => [`${row.missionId} ${row.personId}`, row]));
  return {
    present: [...seen.values()].map(({ missionId, personName, since }) => ({ missionId, personName, since })),
    logHead: await newestOfLog(ground, agency),
  };
}

async function inScope(ground: Ground, agency: number | null, missionIds: readonly string[]): Promise<string[]> {
  if (missionIds.length === 0) return [];
  let known = ground.database.read.selectFrom('mission').select('id').where('id', 'in', missionIds);
  if (agency !== null) known = known.where('agency', '=', agency);
  return (await known.execute()).map(({ id }) => id);
}
