/**
 * A transaction of the service's own clock: the same order as a command's (footprint, locks, footprint again, effect,
 * seal), so that nothing it reads can change under it.
 */
import type { Writer } from '../database/database.ts';
import { FootprintMoved } from '../kernel/command-outcome.ts';
import type { Ground } from '../kernel/ground.ts';
import type { SubjectKey } from '../kernel/handler.ts';
import { seal } from '../kernel/seal.ts';
import { UnitOfWork } from '../kernel/unit-of-work.ts';

/** Under contention a footprint may grow while its locks are awaited; after this many tries the next sweep does it. */
const MAXIMUM_TRIES = 5;

export async function underLocks<Result>(
  ground: Ground,
  footprint: (reader: Writer) => Promise<readonly SubjectKey[]>,
  effect: (work: UnitOfWork) => Promise<Result>,
): Promise<Result | null> {
  const { database } = ground;
  const known = new Set<SubjectKey>();
  for (let attempt = 1; attempt <= MAXIMUM_TRIES; attempt += 1) {
    try {
      return await database.transaction(async (writer) => {
        for (const key of await footprint(writer)) known.add(key);
        await database.lockSubjects(writer, [...known].sort());
        const now = await footprint(writer);
        const grown = now.filter((key) => !known.has(key));
        for (const key of grown) known.add(key);
        if (grown.length > 0) throw new FootprintMoved('The footprint grew while the locks were awaited');
        const work = new UnitOfWork(writer, ground);
        const result = await effect(work);
        await seal(work);
        return result;
      });
    } catch (error) {
      if (!(error instanceof FootprintMoved)) throw error;
    }
  }
  return null;
}
