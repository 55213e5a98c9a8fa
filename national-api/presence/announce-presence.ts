/**
 * Who else has a mission open (FEATURES D15). A row says "this person, at this workstation, has this mission open until
 * then"; it is written again by each announcement and read as gone once its time has passed, whoever removes it.
 */
import type { Principal } from '../../contract/national/principal.ts';
import type { PresenceAnswer } from '../../contract/national/routes/presence-routes.ts';
import { PRESENCE_LASTS_MS } from '../../contract/national/routes/presence-routes.ts';
import { callerScope } from '../feed/caller-scope.ts';
import type { Ground } from '../kernel/ground.ts';
import { isoInstant } from '../kernel/ground.ts';
import { readPresence } from './read-presence.ts';

export interface Announcement {
  readonly station: string;
  readonly missionIds: readonly string[];
}

/** A mission and the agency that regulates it. */
interface Placed {
  readonly id: string;
  readonly agency: number | null;
}

/**
 * Takes the place of what this workstation said before; missions out of the caller's scope are left aside, so that nobody
 * learns, or is told, anything beyond it. Those who follow are stirred when somebody came or left, never by a repetition.
 *
 * @example await announcePresence(ground, principal, { station: 'poste-1', missionIds: ['m-1'] });
 */
export async function announcePresence(
  ground: Ground,
  principal: Principal,
  { station, missionIds }: Announcement,
): Promise<PresenceAnswer> {
  const { agency } = callerScope(principal);
  const { personId } = principal;
  const now = ground.clock();
  const { write } = ground.database;
  const before = await saidBefore(ground, personId, station, now);
  const placed = await inScope(ground, agency, missionIds);
  const mine = placed.map(({ id }) => id);
  await write
    .deleteFrom('presence')
    .where((row) =>
      row.or([
        row('expiresAt', '<=', now),
        row.and([
          row('personId', '=', personId),
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
          personId,
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
  const stirred = agenciesOf([...without(before, placed), ...without(placed, before)]);
  if (stirred.length > 0) await ground.database.stir(stirred);
  return readPresence(ground, principal, station);
}

/** What this workstation is still known to have open. */
async function saidBefore(ground: Ground, personId: string, station: string, now: number): Promise<readonly Placed[]> {
  return ground.database.write
    .selectFrom('presence')
    .innerJoin('mission', 'mission.id', 'presence.missionId')
    .select(['mission.id', 'mission.agency'])
    .where('presence.personId', '=', personId)
    .where('presence.station', '=', station)
    .where('presence.expiresAt', '>', now)
    .execute();
}

async function inScope(
  ground: Ground,
  agency: number | null,
  missionIds: readonly string[],
): Promise<readonly Placed[]> {
  if (missionIds.length === 0) return [];
  let known = ground.database.read.selectFrom('mission').select(['id', 'agency']).where('id', 'in', missionIds);
  if (agency !== null) known = known.where('agency', '=', agency);
  return known.execute();
}

function without(all: readonly Placed[], some: readonly Placed[]): readonly Placed[] {
  const ids = new Set(some.map(({ id }) => id));
  return all.filter(({ id }) => !ids.has(id));
}

function agenciesOf(missions: readonly Placed[]): readonly number[] {
  return [...new Set(missions.flatMap(({ agency }) => agency ?? []))];
}
