/**
 * Whom to propose to many missions at once: the best-ranked people of each, nobody twice, never more than the posts that
 * nobody was proposed for yet. Missions are served in the order given, so the most urgent ones choose first.
 */

export interface PostsToFill {
  readonly missionId: string;
  /** Open posts for which nobody is proposed or contacted. */
  readonly posts: number;
}

export interface RankedPerson {
  readonly candidateId: string;
  readonly points: number;
  /** Null where a place is unknown. */
  readonly distanceKm: number | null;
}

export interface MissionPlan {
  readonly missionId: string;
  /** Best first. */
  readonly people: readonly RankedPerson[];
  /** Posts that find nobody. */
  readonly short: number;
  /** People who suit this mission and were given to one served before it. */
  readonly taken: number;
}

/**
 * One mission at a time, so that a caller may pause between two.
 *
 * @param ranked the people whom no wall stops, best first; read only as far as is needed
 * @example [...bestProposals([{ missionId: 'm-1', posts: 2 }], () => people)]
 */
export function* bestProposals(
  missions: Iterable<PostsToFill>,
  ranked: (missionId: string) => Iterable<RankedPerson>,
): Generator<MissionPlan, void> {
  const given = new Set<string>();
  for (const { missionId, posts } of missions) {
    const people: RankedPerson[] = [];
    let taken = 0;
    if (posts > 0) {
      for (const person of ranked(missionId)) {
        if (given.has(person.candidateId)) {
          taken += 1;
          continue;
        }
        given.add(person.candidateId);
        people.push(person);
        if (people.length === posts) break;
      }
    }
    yield { missionId, people, short: Math.max(0, posts - people.length), taken };
  }
}

/** A plan by mission, with what would help those that find nobody; made by the engine, which knows the ranks. */
export type BestPlan = ReadonlyMap<string, MissionPlan & { readonly hint: string | null }>;
