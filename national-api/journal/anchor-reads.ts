/** Ties each chain of looks to the decision chain, so that its end cannot be cut without being seen (DOMAIN §4.10). */
import { sql } from 'kysely';
import type { Writer } from '../database/database.ts';
import type { Ground } from '../kernel/ground.ts';
import { seal } from '../kernel/seal.ts';
import { SYSTEM_PRINCIPAL, UnitOfWork } from '../kernel/unit-of-work.ts';

export const ANCHOR_KIND = 'read-journal.anchor';

export interface Anchor {
  readonly instance: string;
  readonly number: number;
  readonly hash: string;
}

/** Held by the line itself, not by its erasable words. @example writeAnchor({ instance: 'a', number: 2, hash: 'ff' }) */
export function writeAnchor({ instance, number, hash }: Anchor): string {
  return `${instance}/${number}/${hash}`;
}

/** The anchor that a line's subject holds, or null when it is none. */
export function readAnchor(subjectId: string): Anchor | null {
  const found = /^(.+)\/(\d+)\/([0-9a-f]{64})$/.exec(subjectId);
  if (!found) return null;
  const [, instance = '', number = '', hash = ''] = found;
  return { instance, number: Number(number), hash };
}

async function headsOf(writer: Writer): Promise<readonly Anchor[]> {
  const newest = sql<number>`(SELECT MAX("inner"."number") FROM "readJournal" AS "inner" WHERE "inner"."instance" = "readJournal"."instance")`;
  return writer.selectFrom('readJournal').select(['instance', 'number', 'hash']).where('number', '=', newest).execute();
}

/**
 * Writes one line in the decision chain for each chain of looks that grew since its last anchor. Called each minute.
 *
 * @returns how many were anchored
 */
export async function anchorReadJournals(ground: Ground): Promise<number> {
  return ground.database.transaction(async (writer) => {
    const heads = await headsOf(writer);
    if (heads.length === 0) return 0;
    // Two instances that anchor at once write one line each at most: the second sees the first's.
    await ground.database.lockFeed(writer);
    const known = await writer
      .selectFrom('journal')
      .select('subjectId')
      .where('subjectId', 'in', heads.map(writeAnchor))
      .execute();
    const anchored = new Set(known.map(({ subjectId }) => subjectId));
    const fresh = heads.filter((head) => !anchored.has(writeAnchor(head)));
    const work = new UnitOfWork(writer, ground);
    for (const head of fresh) {
      work.journal({
        actor: SYSTEM_PRINCIPAL,
        commandId: null,
        kind: ANCHOR_KIND,
        subjectKind: 'readJournal',
        subjectId: writeAnchor(head),
        subjectAgency: null,
        origin: 'system',
        batchId: null,
        decidedAt: null,
        reason: null,
        before: null,
        after: null,
      });
    }
    await seal(work);
    return fresh.length;
  });
}
