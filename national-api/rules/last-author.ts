/** Who acted last on a subject, and when: what the journal says, for the person whose decision came too late. */
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';

/** Two acts may bear the same millisecond: only the journal's order tells which came last. */
export async function lastAuthor(
  work: UnitOfWork,
  subjectKind: RowKind,
  subjectId: string,
): Promise<{ author: string | null; at: string | null }> {
  const fresh = work.journalEntries.findLast(
    (entry) => entry.subjectKind === subjectKind && entry.subjectId === subjectId,
  );
  if (fresh !== undefined) return { author: fresh.actor.displayName, at: work.at };
  const line = await work.writer
    .selectFrom('journal')
    .leftJoin('journalValue', 'journalValue.journalNumber', 'journal.number')
    .select(['journal.at', 'journalValue.actorName'])
    .where('journal.subjectId', '=', subjectId)
    .where('journal.subjectKind', '=', subjectKind)
    .orderBy('journal.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { author: line?.actorName ?? null, at: line?.at ?? null };
}
