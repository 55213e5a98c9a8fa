/** Draws and writes a nation into an empty base. */
import { shippedPlaces } from '../../../national-api/geography/shipped-places.ts';
import { ensureNation } from '../../../national-api/nation/ensure-nation.ts';
import type { BenchCase } from '../bench-case.ts';
import { openGround, timed } from '../bench-case.ts';

export const generation: BenchCase = async (input) => {
  const ground = await openGround(input);
  const places = shippedPlaces();
  const { milliseconds } = await timed(() =>
    ensureNation(ground, { size: input.size, seed: 1, places, scale: input.scale }),
  );
  const head = await ground.database.read.selectFrom('feedHead').select('number').executeTakeFirstOrThrow();
  await ground.database.close();
  return { milliseconds, count: head.number };
};
