/**
 * Who could fill which post, as packed numbers: what the solver, the greedy choice and the proof all read. Missions and
 * candidates are places in arrays; pairs are kept mission by mission.
 *
 * ```
 *   mission m: posts[m] alike, lane weight weights[m]
 *      pairs starts[m] … starts[m + 1]: candidate targets[e] at cost costs[e]
 *   candidate c: one post at most; belongs to group groupOf[c] (-1: none), of which groupLimits[g] are used at most
 * ```
 */
export interface AssignmentInstance {
  readonly posts: Int32Array;
  /** 1 and more: a post of a higher weight is never left empty for one of a lower. */
  readonly weights: Uint8Array;
  /** One more than there are missions. */
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  /** Whole numbers, 0 and more. */
  readonly costs: Float64Array;
  readonly candidates: number;
  readonly groupOf: Int32Array;
  readonly groupLimits: Int32Array;
}

/** By candidate: the mission that they are sent to, or -1. */
export type Assignment = Int32Array;

export interface MissionPairs {
  readonly posts: number;
  readonly weight: number;
  readonly pairs: readonly { readonly candidate: number; readonly cost: number }[];
}

/**
 * Packs missions written as lists.
 *
 * @param groups by candidate, -1 for none; absent: nobody is in a group
 * @example packInstance([{ posts: 1, weight: 1, pairs: [{ candidate: 0, cost: 12 }] }], 1)
 */
export function packInstance(
  missions: readonly MissionPairs[],
  candidates: number,
  groups?: { readonly of: readonly number[]; readonly limits: readonly number[] },
): AssignmentInstance {
  const starts = new Int32Array(missions.length + 1);
  missions.forEach(({ pairs }, mission) => {
    starts[mission + 1] = (starts[mission] ?? 0) + pairs.length;
  });
  const every = missions.flatMap(({ pairs }) => pairs);
  return {
    posts: Int32Array.from(missions, ({ posts }) => posts),
    weights: Uint8Array.from(missions, ({ weight }) => weight),
    starts,
    targets: Int32Array.from(every, ({ candidate }) => candidate),
    costs: Float64Array.from(every, ({ cost }) => cost),
    candidates,
    groupOf: groups === undefined ? new Int32Array(candidates).fill(-1) : Int32Array.from(groups.of),
    groupLimits: Int32Array.from(groups?.limits ?? []),
  };
}

/** The cost of a pair, or null when it may not be made. */
export function costOf(
  { starts, targets, costs }: AssignmentInstance,
  mission: number,
  candidate: number,
): number | null {
  for (let pair = starts[mission] ?? 0; pair < (starts[mission + 1] ?? 0); pair += 1) {
    if (targets[pair] === candidate) return costs[pair] ?? null;
  }
  return null;
}
