import type { Database } from '../../../national-api/database/database.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** Where a transaction breaks: before anything, with its work done but not committed, or once it is committed. */
const MOMENTS = ['before', 'inside', 'after'] as const;

/** What a lost connection looks like from above. */
export class LostConnection extends Error {}

/**
 * A database whose transactions break now and then. After 'after' the effect is there and nobody was told: only an
 * exactly-once service answers the retry as it must.
 */
export function faultyDatabase(database: Database, random: SeededRandom, probability: number): Database {
  return {
    ...database,
    async transaction(work) {
      const moment = random.chance(probability) ? random.pick(MOMENTS) : null;
      if (moment === 'before') throw new LostConnection('before');
      const result = await database.transaction(async (writer) => {
        const value = await work(writer);
        if (moment === 'inside') throw new LostConnection('inside');
        return value;
      });
      if (moment === 'after') throw new LostConnection('after');
      return result;
    },
  };
}
