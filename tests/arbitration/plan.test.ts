/** Plans of whole worlds: every pair of the brute force is weighed, though few of them ever are. */
import { describe, expect, it } from 'vitest';
import type { AssignmentInstance } from '../../src-main/arbitration/assignment-instance.ts';
import { packInstance } from '../../src-main/arbitration/assignment-instance.ts';
import { greedyAssignment } from '../../src-main/arbitration/greedy-assignment.ts';
import { solveAssignment } from '../../src-main/arbitration/solve-assignment.ts';
import { freezePlan } from '../../src-main/engine/arbitration/freeze-plan.ts';
import { PairGates } from '../../src-main/engine/arbitration/pair-gates.ts';
import type { PlanProblem } from '../../src-main/engine/arbitration/plan-problem.ts';
import { solveOnly, solvePlan } from '../../src-main/engine/arbitration/solve-plan.ts';
import type { SolvedPlan } from '../../src-main/engine/arbitration/solved-plan.ts';
import { entryOf } from '../support/desk-rows.ts';
import { filledPosts, measurePlan } from './support/measure-plan.ts';
import { ARS, DESK, openWorld, randomWorld, requestOf } from './support/plan-world.ts';

/** Every pair, weighed one by one. */
function everyPair(problem: PlanProblem, { gates, groups, limits }: SolvedPlan): AssignmentInstance {
  const people = [...problem.people.recent.keys()];
  const missions = problem.missions.map((_terms, mission) => ({
    posts: problem.posts[mission] ?? 0,
    weight: problem.weights[mission] ?? 1,
    pairs: people
      .map((candidate) => ({ candidate, cost: gates.cost(mission, candidate, gates.distance(mission, candidate)) }))
      .filter(({ cost }) => cost >= 0),
  }));
  return packInstance(missions, people.length, { of: [...groups.groupOf], limits: [...limits] });
}

describe('a plan of a whole world', () => {
  it.each([1, 2, 3, 4, 5, 6])('is the best of all pairs, of which it weighed a few (world %i)', async (seed) => {
    const size = { missions: 60, candidates: 1500, agencies: 6, professions: 1 };
    const world = await openWorld(randomWorld(seed, size), DESK);
    const { problem } = freezePlan(world, DESK, requestOf({ reach: 'nation' }));
    const solved = solveOnly(problem, () => {});
    const all = everyPair(problem, solved);
    expect(solved.isProven).toBe(true);
    expect(measurePlan(all, solved.solution.assignment)).toEqual(measurePlan(all, solveAssignment(all).assignment));
    expect(solved.instance.targets.length).toBeLessThan(all.targets.length / 2);
    world.close();
  });

  it.each([11, 12, 13, 14])(
    'is the best of all pairs where people are too few and regions keep reserves (world %i)',
    async (seed) => {
      const size = { missions: 120, candidates: 400, agencies: 4, professions: 2 };
      const world = await openWorld(randomWorld(seed, size), DESK);
      const reserves = [
        { agency: 2, keep: 9 },
        { agency: null, keep: 4 },
      ];
      const { problem } = freezePlan(world, DESK, requestOf({ reach: 'nation', reserves }));
      const solved = solveOnly(problem, () => {});
      const all = everyPair(problem, solved);
      expect(solved.isProven).toBe(true);
      expect(measurePlan(all, solved.solution.assignment)).toEqual(measurePlan(all, solveAssignment(all).assignment));
      expect(filledPosts(solved.solution.assignment)).toBeGreaterThanOrEqual(filledPosts(greedyAssignment(all)));
      world.close();
    },
  );

  it('gates and costs agree on every pair: who has no cost is stopped somewhere, and the other way round', async () => {
    const limits = {
      reach: 'nation',
      distanceCaps: { local: 30, departemental: 90, national: 400 },
      ehpadExperience: 'required',
      intensiveCareExperience: 'required',
      verifiedOnly: true,
      mostSolicitations: 1,
    } as const;
    const stopped = new Set<string | null>();
    for (const [seed, person] of [
      [21, DESK],
      [22, ARS],
    ] as const) {
      const opening = entryOf('opening', 'o-1', OPENING);
      const world = await openWorld(
        [...randomWorld(seed, { missions: 30, candidates: 120, agencies: 7, professions: 2 }), opening],
        person,
      );
      const forbidden = [{ kind: 'forbid', missionId: 'm-5', candidateId: 'c-7' } as const];
      for (const constraints of [limits, { reach: 'nation' as const }]) {
        const { problem } = freezePlan(world, person, requestOf(constraints, { edits: forbidden }));
        const gates = new PairGates(problem);
        problem.missions.forEach((_terms, mission) => {
          for (const slot of problem.people.recent.keys()) {
            const gate = gates.gate(mission, slot);
            stopped.add(gate);
            const cost = problem.missions[mission]?.professions.includes(gates.terms.at.profession[slot] ?? 0)
              ? gates.cost(mission, slot, gates.distance(mission, slot))
              : -1;
            expect({ mission, slot, may: cost >= 0 }).toEqual({ mission, slot, may: gate === null });
          }
        });
      }
      world.close();
    }
    expect(stopped.size).toBeGreaterThanOrEqual(9);
  });

  it('keeps the reserve of a region, and says so of the posts that it leaves empty', async () => {
    const nurses = Array.from({ length: 5 }, (_, index) =>
      entryOf('candidate', `c-${index}`, { agency: 4, departement: '35' }),
    );
    const world = await openWorld([entryOf('mission', 'm-1', { headcount: 5 }), ...nurses], DESK);
    const { problem } = freezePlan(world, DESK, requestOf({ reach: 'nation', reserves: [{ agency: 4, keep: 2 }] }));
    const answer = solvePlan(problem, () => {});
    expect(answer.pairs).toHaveLength(3);
    expect(answer.empty).toEqual([{ mission: 0, posts: 2, reason: 'reserve' }]);
    world.close();
  });

  it('sends no more people through an opening than its ceiling leaves, where the ARS decides', async () => {
    const others = Array.from({ length: 5 }, (_, index) =>
      entryOf('candidate', `c-${index}`, { agency: 4, departement: '35' }),
    );
    const entries = [
      entryOf('mission', 'm-1', { headcount: 4 }),
      ...others,
      entryOf('opening', 'o-1', { ...OPENING, ceiling: 3, used: 1 }),
    ];
    const world = await openWorld(entries, ARS);
    const { problem } = freezePlan(world, ARS, requestOf());
    const answer = solvePlan(problem, () => {});
    expect(answer.pairs).toHaveLength(2);
    expect(answer.empty).toEqual([{ mission: 0, posts: 2, reason: 'opening-full' }]);
    world.close();
  });

  it('counts under an opening only who comes from elsewhere, though it lends of every region', async () => {
    const own = [0, 1, 2].map((index) => entryOf('candidate', `c-${index}`));
    const entries = [
      entryOf('mission', 'm-1', { headcount: 3 }),
      ...own,
      entryOf('opening', 'o-1', { ...OPENING, ceiling: 1 }),
    ];
    const world = await openWorld(entries, ARS);
    const { problem } = freezePlan(world, ARS, requestOf());
    expect(solvePlan(problem, () => {}).pairs).toHaveLength(3);
    world.close();
  });

  it('never uses who is proposed or contacted already, and fills only what nobody waits for', async () => {
    const entries = [
      entryOf('mission', 'm-1', { headcount: 2, proposed: 1 }),
      entryOf('candidate', 'c-1', { engagement: 'proposed', openProposals: 1 }),
      entryOf('candidate', 'c-2'),
      entryOf('candidate', 'c-3'),
      entryOf('proposal', 'p-1', { missionId: 'm-1', candidateId: 'c-1', state: 'open' }),
    ];
    const world = await openWorld(entries, ARS);
    const frozen = freezePlan(world, ARS, requestOf());
    expect(frozen.held).toEqual([{ mission: 0, candidateId: 'c-1' }]);
    expect(frozen.counts).toEqual({ missions: 1, posts: 2, held: 1, candidates: 3, free: 2 });
    const answer = solvePlan(frozen.problem, () => {});
    expect(answer.pairs).toHaveLength(1);
    expect(frozen.candidateIds[answer.pairs[0]?.slot ?? -1]).not.toBe('c-1');
    world.close();
  });

  it('is the same whatever the order in which rows came', async () => {
    const entries = randomWorld(31, { missions: 40, candidates: 120, agencies: 3, professions: 2 });
    const plans = [];
    for (const order of [entries, entries.toReversed()]) {
      const world = await openWorld(order, DESK);
      const frozen = freezePlan(world, DESK, requestOf({ reach: 'nation' }));
      const { pairs } = solvePlan(frozen.problem, () => {});
      plans.push(pairs.map(({ mission, slot }) => [frozen.missions[mission]?.id, frozen.candidateIds[slot]]));
      world.close();
    }
    expect(plans[0]?.length).toBeGreaterThan(10);
    expect(plans[0]).toEqual(plans[1]);
  });

  it('D14 sends first who was never solicited, and nobody who was too often', async () => {
    const asked = (candidate: string, mission: string) =>
      entryOf('proposal', `p-${candidate}-${mission}`, {
        candidateId: candidate,
        missionId: mission,
        state: 'withdrawn',
      });
    const entries = [
      entryOf('mission', 'm-1', { headcount: 3 }),
      ...['c-1', 'c-2', 'c-3'].map((id) => entryOf('candidate', id)),
      asked('c-1', 'm-7'),
      asked('c-2', 'm-7'),
      asked('c-2', 'm-8'),
    ];
    const world = await openWorld(entries, ARS);
    const two = freezePlan(world, ARS, requestOf({ mostSolicitations: 2 }));
    const answer = solvePlan(two.problem, () => {});
    expect(answer.pairs.map(({ slot }) => two.candidateIds[slot]).sort()).toEqual(['c-1', 'c-3']);
    const one = freezePlan(world, ARS, requestOf({}, { scope: { ...requestOf().scope, priorities: ['none'] } }));
    const single = { ...one.problem, posts: Int32Array.of(1) };
    expect(solvePlan(single, () => {}).pairs.map(({ slot }) => one.candidateIds[slot])).toEqual(['c-3']);
    world.close();
  });
});

const OPENING = {
  state: 'active',
  receiverAgency: 6,
  poolKinds: 4,
  professions: '[]',
  specialties: '[]',
  mobilisations: '["national"]',
  fromDate: '2020-11-01',
  untilDate: '2020-12-31',
  ceiling: 50,
  createdAt: '2020-11-01T08:00:00.000Z',
} as const;
