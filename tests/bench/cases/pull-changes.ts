/** A workstation that slept through 1,000 changes asks for them. */
import { pull } from '../../../national-api/feed/pull.ts';
import type { BenchCase } from '../bench-case.ts';
import { openGround, timed } from '../bench-case.ts';
import { DESK } from '../desk.ts';

const CHANGES = 1_000;
const REPEATS = 5;

export const pullChanges: BenchCase = async (input) => {
  const ground = await openGround(input);
  const { number } = await ground.database.read.selectFrom('feedHead').select('number').executeTakeFirstOrThrow();
  const query = { after: Math.max(0, number - CHANGES), scopeVersion: 0, limit: CHANGES };
  let count = 0;
  const { milliseconds } = await timed(async () => {
    for (let repeat = 0; repeat < REPEATS; repeat += 1) count = (await pull(ground, DESK, query)).entries.length;
  });
  await ground.database.close();
  return { milliseconds: milliseconds / REPEATS, count };
};
