/** Who is left to try for a mission, by step of the ladder: free people whom no wall stops, or only the region's. */
import { stepOf } from '../../../contract/domain/ladder-trail.ts';
import { POOL_KINDS } from '../../../contract/domain/pool.ts';
import type { LadderStep } from '../../../contract/domain/solidarity-ladder.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import { WALL_BIT, wallBits } from '../matching/wall-bits.ts';
import type { DeskImage } from '../tables/desk-image.ts';

const POOLS_OF_MASK = Array.from({ length: 1 << POOL_KINDS.length }, (_, mask) =>
  POOL_KINDS.filter((_kind, bit) => (mask & (1 << bit)) !== 0),
);

/** Of another region, whoever an opening could make reachable counts: the CCS may decide it. */
export function whoIsLeft(
  { missions, candidates, now }: DeskImage,
  mission: MissionViewRow,
): ReadonlyMap<LadderStep, number> {
  const left = new Map<LadderStep, number>();
  const terms = missions.terms(mission, candidates, now);
  const people = candidates.terms;
  for (const profession of terms.professions) {
    for (const agency of people.agenciesOf(profession)) {
      for (const slot of people.bucket(profession, agency === 0 ? null : agency)) {
        if ((wallBits(terms, people, slot) & ~WALL_BIT.region) !== 0) continue;
        const step = stepOf(
          {
            pools: POOLS_OF_MASK[people.at.poolKinds[slot] ?? 0] ?? [],
            agency: agency === 0 ? null : agency,
            departement: String(people.departements.decode(people.at.departement[slot] ?? 0) ?? ''),
          },
          mission,
        );
        left.set(step, (left.get(step) ?? 0) + 1);
      }
    }
  }
  return left;
}
