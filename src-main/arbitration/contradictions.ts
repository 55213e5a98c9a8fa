/**
 * Which demands of a plan cannot hold together. Only pins demand something; all the rest forbids or bounds. So a set of
 * demands contradicts itself when one pin is forbidden by one rule, or when so many pins meet in one place (a mission, a
 * person, a group) that its number does not hold them. Each set told is minimal: without any one of it, the rest can hold.
 */

/** A pair that must be made; `forbiddenBy` names the rules that, each alone, do not allow it. */
export interface Pin<Rule> {
  readonly mission: number;
  readonly candidate: number;
  /** -1: in no group. */
  readonly group: number;
  readonly forbiddenBy: readonly Rule[];
}

export type PlanContradiction<Rule> =
  | { readonly kind: 'rule'; readonly pins: readonly Pin<Rule>[]; readonly rule: Rule }
  | { readonly kind: 'posts'; readonly pins: readonly Pin<Rule>[]; readonly mission: number; readonly most: number }
  | { readonly kind: 'one-post-each'; readonly pins: readonly Pin<Rule>[]; readonly candidate: number }
  | { readonly kind: 'group'; readonly pins: readonly Pin<Rule>[]; readonly group: number; readonly most: number };

/**
 * @param posts by mission @param limits by group
 * @example findContradictions([pin, otherPinOfTheSamePerson], [1, 1], []) // [{ kind: 'one-post-each', … }]
 */
export function findContradictions<Rule>(
  pins: readonly Pin<Rule>[],
  posts: ArrayLike<number>,
  limits: ArrayLike<number>,
): readonly PlanContradiction<Rule>[] {
  const byRule = pins.flatMap((pin) =>
    pin.forbiddenBy.map((rule): PlanContradiction<Rule> => ({ kind: 'rule', pins: [pin], rule })),
  );
  const byMission = crowded(
    pins,
    ({ mission }) => mission,
    (mission) => posts[mission] ?? 0,
  );
  const byPerson = crowded(
    pins,
    ({ candidate }) => candidate,
    () => 1,
  );
  const inGroups = pins.filter(({ group }) => group >= 0);
  const byGroup = crowded(
    inGroups,
    ({ group }) => group,
    (group) => limits[group] ?? 0,
  );
  return [
    ...byRule,
    ...byMission.map(
      ({ place, most, pins: some }): PlanContradiction<Rule> => ({ kind: 'posts', pins: some, mission: place, most }),
    ),
    ...byPerson.map(
      ({ place, pins: some }): PlanContradiction<Rule> => ({ kind: 'one-post-each', pins: some, candidate: place }),
    ),
    ...byGroup.map(
      ({ place, most, pins: some }): PlanContradiction<Rule> => ({ kind: 'group', pins: some, group: place, most }),
    ),
  ];
}

/** One set for each place that more pins meet in than it holds: as many as it holds, and one more. */
function crowded<Rule>(
  pins: readonly Pin<Rule>[],
  placeOf: (pin: Pin<Rule>) => number,
  mostOf: (place: number) => number,
): { place: number; most: number; pins: readonly Pin<Rule>[] }[] {
  return [...Map.groupBy(pins, placeOf)].flatMap(([place, some]) => {
    const most = mostOf(place);
    return some.length > most ? [{ place, most, pins: some.slice(0, most + 1) }] : [];
  });
}
