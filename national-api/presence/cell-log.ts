/** The cell's log (« main courante »): calls, instructions, the hand-over at shift change; one per agency, one for the CCS. */

import type { Principal } from '../../contract/national/principal.ts';
import type { CellLogEntry } from '../../contract/national/routes/presence-routes.ts';
import { callerScope } from '../feed/caller-scope.ts';
import type { Ground } from '../kernel/ground.ts';
import { isoInstant } from '../kernel/ground.ts';

/** The agency's number; the CCS has 0, which is no agency. */
const cellOf = (agency: number | null): number => agency ?? 0;

/**
 * One page of the log, the newest entry first.
 *
 * @param before an entry of the same log: the page holds what was written before it; nothing when it is not there
 */
export async function readCellLog(
  ground: Ground,
  principal: Principal,
  limit: number,
  before?: string,
): Promise<CellLogEntry[]> {
  const agency = cellOf(callerScope(principal).agency);
  let page = ground.database.read
    .selectFrom('cellLog')
    .select(['id', 'kind', 'text', 'authorId', 'authorName', 'at'])
    .where('agency', '=', agency)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before !== undefined) {
    const from = await ground.database.read
      .selectFrom('cellLog')
      .select('at')
      .where('id', '=', before)
      .where('agency', '=', agency)
      .executeTakeFirst();
    if (from === undefined) return [];
    page = page.where((row) =>
      row.or([row('at', '<', from.at), row.and([row('at', '=', from.at), row('id', '<', before)])]),
    );
  }
  return (await page.execute()) as CellLogEntry[];
}

/** Id of the newest entry; null when nothing was written. */
export async function newestOfLog(ground: Ground, agency: number | null): Promise<string | null> {
  const [newest] = await ground.database.read
    .selectFrom('cellLog')
    .select('id')
    .where('agency', '=', cellOf(agency))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  return newest?.id ?? null;
}

/**
 * Keeps an entry once, however often it is sent.
 *
 * @returns what is kept; null when that id holds something else
 */
export async function writeCellLog(
  ground: Ground,
  principal: Principal,
  entry: Pick<CellLogEntry, 'id' | 'kind' | 'text'>,
): Promise<CellLogEntry | null> {
  const agency = cellOf(callerScope(principal).agency);
  const { personId, displayName } = principal;
  const line = { ...entry, agency, authorId: personId, authorName: displayName, at: isoInstant(ground.clock()) };
  const [written] = await ground.database.write
    .insertInto('cellLog')
    .values(line)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  if (written?.numInsertedOrUpdatedRows !== 0n) await ground.database.stir([agency]);
  const kept = await ground.database.write
    .selectFrom('cellLog')
    .selectAll()
    .where('id', '=', entry.id)
    .executeTakeFirstOrThrow();
  const isSame =
    kept.authorId === personId && kept.agency === agency && kept.kind === entry.kind && kept.text === entry.text;
  if (!isSame) return null;
  return {
    id: kept.id,
    kind: entry.kind,
    text: kept.text,
    authorId: kept.authorId,
    authorName: kept.authorName,
    at: kept.at,
  };
}
