/**
 * How many posts can be filled all together: a flow from people to posts, through the places that openings leave. Missions
 * that ask the same are one node, people who can answer the same are another; who already met a mission, or promised days
 * to others, stands alone.
 *
 * ```
 *   everybody ─▶ people of the region ────────────┐
 *        └─▶ an opening, so many places ─▶ people ─┴─▶ missions ─▶ posts
 * ```
 */
import type { FlowNetwork } from '../../arbitration/max-flow.ts';
import { createFlowNetwork } from '../../arbitration/max-flow.ts';
import type { CandidateTerms } from '../matching/candidate-terms.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';
import { isFree } from '../matching/wall-bits.ts';
import { needKey, personKey } from './alike.ts';

export interface Need {
  readonly terms: MissionTerms;
  readonly posts: number;
  /** By opening: whether it receives the mission. */
  readonly receives: readonly boolean[];
}

interface Kind {
  readonly slot: number;
  readonly opening: number;
  people: number;
}

/**
 * @param slots of people who are free
 * @param openingOf the opening that a person comes through, -1 for the region's own
 * @returns the posts that are filled when each opening leaves so many places
 */
export function coverable(
  candidates: CandidateTerms,
  needs: readonly Need[],
  slots: Iterable<number>,
  openingOf: (slot: number) => number,
): (places: readonly number[]) => number {
  const met = new Set(needs.flatMap(({ terms }) => [...terms.pairs.keys()]));
  const kinds = sameKinds(candidates, slots, met, openingOf);
  const asked = sameNeeds(
    needs,
    kinds.some(({ slot }) => candidates.promised.has(slot)),
  );
  const pairs = kinds.map((kind) =>
    [...asked.keys()].filter((index) => {
      const need = asked[index];
      if (need === undefined || (kind.opening >= 0 && need.receives[kind.opening] !== true)) return false;
      return isFree(need.terms, candidates, kind.slot);
    }),
  );
  return (places) => {
    const network = createFlowNetwork();
    const [source, sink] = [network.node(), network.node()];
    const doors = places.map((count) => join(network, source, count));
    const posts = asked.map((need) => {
      const node = network.node();
      network.arc(node, sink, need.posts);
      return node;
    });
    kinds.forEach(({ people, opening }, index) => {
      const node = join(network, doors[opening] ?? source, people);
      for (const need of pairs[index] ?? []) network.arc(node, posts[need] ?? sink, people);
    });
    return network.flow(source, sink);
  };
}

function join(network: FlowNetwork, from: number, capacity: number): number {
  const node = network.node();
  network.arc(from, node, capacity);
  return node;
}

/**
 * One of each, with all their posts; a mission that met people stays alone, for those are told from the others.
 *
 * @param datesMatter somebody promised days to others
 */
function sameNeeds(needs: readonly Need[], datesMatter: boolean): readonly Need[] {
  const keyOf = ({ terms, receives }: Need): string => {
    const alone = terms.pairs.size > 0 ? terms.id : '';
    const dates = datesMatter ? `${terms.dates.from} ${terms.dates.until}` : '';
    return [needKey(terms), alone, dates, receives.map(Number).join('')].join(';');
  };
  return [...Map.groupBy(needs, keyOf).values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined ? [] : [{ ...first, posts: alike.reduce((sum, { posts }) => sum + posts, 0) }];
  });
}

function sameKinds(
  candidates: CandidateTerms,
  slots: Iterable<number>,
  met: ReadonlySet<number>,
  openingOf: (slot: number) => number,
): readonly Kind[] {
  const kinds = new Map<string | number, Kind>();
  for (const slot of slots) {
    const isAlone = met.has(slot) || candidates.promised.has(slot);
    const key = isAlone ? `alone ${slot}` : personKey(candidates, slot);
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { slot, opening: openingOf(slot), people: 1 });
    else known.people += 1;
  }
  return [...kinds.values()];
}
