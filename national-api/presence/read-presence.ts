/** Who has which mission open, as one workstation may know it, under a mark that names exactly that answer. */
import { createHash } from 'node:crypto';
import type { Principal } from '../../contract/national/principal.ts';
import type { PresenceAnswer } from '../../contract/national/routes/presence-routes.ts';
import { callerScope } from '../feed/caller-scope.ts';
import type { Ground } from '../kernel/ground.ts';
import { newestOfLog } from './cell-log.ts';

const MOST = 500;
/** Characters of a mark: two answers never share one by chance. */
const MARK_LENGTH = 32;

/**
 * Everybody in the caller's scope but this very workstation, and the head of the cell's log.
 *
 * @throws FeedRefusal 'no-right'
 */
export async function readPresence(ground: Ground, principal: Principal, station: string): Promise<PresenceAnswer> {
  const { agency } = callerScope(principal);
  const { personId } = principal;
  let others = ground.database.read
    .selectFrom('presence')
    .innerJoin('mission', 'mission.id', 'presence.missionId')
    .select(['presence.missionId', 'presence.personName', 'presence.since', 'presence.personId'])
    .where('presence.expiresAt', '>', ground.clock())
    .where((row) => row.or([row('presence.personId', '<>', personId), row('presence.station', '<>', station)]))
    .orderBy('presence.since', 'desc')
    .orderBy('presence.missionId')
    .orderBy('presence.personId')
    .limit(MOST);
  if (agency !== null) others = others.where('mission.agency', '=', agency);
  const rows = await others.execute();
  // Somebody who has it open at two workstations is one person, there since the first.
  const seen = new Map(rows.map((row) => [`${row.missionId} ${row.personId}`, row]));
  const present = [...seen.values()].map(({ missionId, personName, since, personId: who }) => ({
    ...{ missionId, personName, since },
    self: who === personId,
  }));
  const logHead = await newestOfLog(ground, agency);
  const digest = createHash('sha256').update(JSON.stringify([present, logHead]));
  return { present, logHead, mark: digest.digest('base64url').slice(0, MARK_LENGTH) };
}
