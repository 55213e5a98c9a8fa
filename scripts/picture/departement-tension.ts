/** How tense each département of a drawn nation is: remaining posts against free volunteers of the professions asked for. */
import type { CivilDate } from '../../contract/domain/civil-date.ts';
import { remainingPosts } from '../../contract/domain/mission.ts';
import { tensionOf } from '../../contract/domain/score.ts';
import { missionFacts } from '../../contract/national/facts/mission-facts.ts';
import type { NationDraft } from '../../national-api/nation/nation-draft.ts';

export interface DepartementTension {
  readonly posts: number;
  /** Free volunteers of the professions that are asked for there. */
  readonly helpers: number;
  /** Posts for each of them (DOMAIN §2.8); 0 without need. */
  readonly tension: number;
}

type Counts = Map<string, number>;
const add = (counts: Counts, key: string, by: number): Counts => counts.set(key, (counts.get(key) ?? 0) + by);

export function departementTensions({ rows }: NationDraft, today: CivilDate): ReadonlyMap<string, DepartementTension> {
  const posts = new Map<string, Counts>();
  const free = new Map<string, Counts>();
  for (const row of rows.mission) {
    const missing = remainingPosts(missionFacts(row), today);
    if (missing > 0) posts.set(row.departement, add(posts.get(row.departement) ?? new Map(), row.profession, missing));
  }
  for (const { departement, profession, engagement, availability } of rows.candidate) {
    if (engagement !== 'none' || availability !== 'available') continue;
    free.set(departement, add(free.get(departement) ?? new Map(), profession, 1));
  }
  const total = (counts: Counts | undefined): number =>
    [...(counts?.values() ?? [])].reduce((sum, one) => sum + one, 0);
  return new Map(
    [...new Set([...posts.keys(), ...free.keys()])].map((departement) => {
      const asked = posts.get(departement) ?? new Map<string, number>();
      const helpers = [...asked.keys()].reduce((sum, one) => sum + (free.get(departement)?.get(one) ?? 0), 0);
      const all = total(asked);
      return [departement, { posts: all, helpers, tension: tensionOf(all, helpers) }];
    }),
  );
}
