/**
 * Watches that nothing is changed that was not held: every mission, candidate and opening that a command's transaction
 * changed must be among the subjects that it locked. Two instances would otherwise change it at once, a slip that no
 * interleaving of a short campaign is sure to show.
 */
import type { Database, Writer } from '../../../national-api/database/database.ts';

const HELD_KINDS = ['mission', 'candidate', 'opening'];

interface Held {
  readonly keys: Set<string>;
  feedNumber: number;
}

/** @param tell is told what was changed without being held */
export function watchedDatabase(database: Database, tell: (what: string) => void): Database {
  const transactions = new WeakMap<Writer, Held>();

  async function compare(writer: Writer, { keys, feedNumber }: Held): Promise<void> {
    const changed = await writer
      .selectFrom('feed')
      .select(['kind', 'id'])
      .where('number', '>', feedNumber)
      .where('kind', 'in', HELD_KINDS)
      .execute();
    for (const { kind, id } of changed) {
      if (!keys.has(`${kind}:${id}`)) tell(`${kind} ${id} was changed by a transaction that did not hold it`);
    }
  }

  return {
    ...database,
    async lockSubjects(writer, keys) {
      await database.lockSubjects(writer, keys);
      transactions.set(writer, { keys: new Set(keys), feedNumber: Number.POSITIVE_INFINITY });
    },
    async lockFeed(writer) {
      await database.lockFeed(writer);
      const held = transactions.get(writer);
      if (held === undefined) return;
      const head = await writer.selectFrom('feedHead').select('number').where('id', '=', 1).executeTakeFirstOrThrow();
      held.feedNumber = head.number;
    },
    async announce(writer, head) {
      await database.announce(writer, head);
      const held = transactions.get(writer);
      if (held !== undefined && Number.isFinite(held.feedNumber)) await compare(writer, held);
    },
  };
}
