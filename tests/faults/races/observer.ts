/** A workstation that only pulls, page by page, while others act. */
import type { Ground } from '../../../national-api/kernel/ground.ts';
import type { ClientMirror } from '../oracles/client-mirror.ts';
import { applyPage } from '../oracles/client-mirror.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { ServiceCode } from '../service/load-service.ts';

/** More pages than any race can fill: past it the feed goes round in circles. */
const MOST_PAGES = 500;

/** One page, small enough that a difference or a burst takes several. Returns whether there is more. */
export async function pullPage(
  code: ServiceCode,
  ground: Ground,
  mirror: ClientMirror,
  limit: number,
): Promise<boolean> {
  const { after, scopeVersion, resume } = mirror.cursor;
  const query = { after, scopeVersion, limit, ...(resume === null ? {} : { resume }) };
  const page = await code.feed.pull(ground, mirror.principal, query);
  applyPage(mirror, page);
  return page.more;
}

/** Pulls to the end. @throws when there is no end */
export async function pullAll(code: ServiceCode, ground: Ground, mirror: ClientMirror): Promise<void> {
  for (let page = 0; page < MOST_PAGES; page += 1) {
    if (!(await pullPage(code, ground, mirror, 200))) return;
  }
  throw new Error(`${mirror.client} pulled ${MOST_PAGES} pages and there is still more`);
}

/** Pulls some pages of some size, as this round's mood is. */
export async function pullSome(
  code: ServiceCode,
  grounds: readonly Ground[],
  mirror: ClientMirror,
  random: SeededRandom,
) {
  const pages = 1 + random.below(3);
  const limit = random.pick([1, 2, 5, 50]);
  const ground = random.pick(grounds);
  for (let page = 0; page < pages; page += 1) {
    if (!(await pullPage(code, ground, mirror, limit))) return;
  }
}
