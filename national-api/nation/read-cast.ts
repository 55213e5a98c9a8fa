/** Who can be played: accounts that are active and volunteers, picked evenly over the base. Read once, at the start. */
import type { Ground } from '../kernel/ground.ts';
import type { Cast } from '../simulator/stage.ts';
import { createRandom } from './random.ts';

/** Enough for hours of life; a cast of the whole nation would only cost memory. */
const MOST_OF_EACH = 4_000;

export async function readCast({ database }: Pick<Ground, 'database'>, seed: number): Promise<Cast> {
  const accounts = await database.read
    .selectFrom('account')
    .select('id')
    .where('state', '=', 'active')
    .orderBy('id')
    .execute();
  const candidates = await database.read.selectFrom('candidate').select('id').orderBy('id').execute();
  const random = createRandom(seed, 'cast');
  const some = (rows: readonly { readonly id: string }[]): string[] =>
    random
      .shuffle(rows)
      .slice(0, MOST_OF_EACH)
      .map(({ id }) => id);
  return { accounts: some(accounts), candidates: some(candidates) };
}
