/** Simulated openings against the brute force, and against what happens once they are made. */
import { describe, expect, it } from 'vitest';
import type { OpeningVariant } from '../../contract/app/simulation-shapes.ts';
import { POOL_KINDS } from '../../contract/domain/pool.ts';
import { packInstance } from '../../src-main/arbitration/assignment-instance.ts';
import { solveAssignment } from '../../src-main/arbitration/solve-assignment.ts';
import { openingTerms } from '../../src-main/engine/matching/mission-terms.ts';
import { isFree } from '../../src-main/engine/matching/wall-bits.ts';
import { curveTo, simulateOpenings } from '../../src-main/engine/openings/simulate-openings.ts';
import type { SimulationGround } from '../../src-main/engine/openings/simulation-ground.ts';
import { openingOfVariant } from '../../src-main/engine/openings/variant-opening.ts';
import { entryOf } from '../support/desk-rows.ts';
import { filledPosts } from './support/measure-plan.ts';
import type { World } from './support/plan-world.ts';
import { DESK, openWorld, randomWorld } from './support/plan-world.ts';

const TURNS = { later: () => new Promise<void>((resolve) => setImmediate(resolve)), stopwatch: () => 0 };
const SIZE = { missions: 60, candidates: 300, agencies: 5, professions: 2 };

/** Bretagne and the first regions lend to the first region; each part can be replaced. */
function variantOf(change: Partial<OpeningVariant> = {}): OpeningVariant {
  return {
    receiverAgency: 1,
    receiverMissions: null,
    lenderAgencies: null,
    poolKinds: ['regional-volunteers', 'national-volunteers'],
    professions: [],
    specialties: [],
    mobilisations: ['national'],
    fromDate: '2020-11-15',
    untilDate: '2020-12-31',
    ceiling: 500,
    ...change,
  };
}

/** The row that the same variant becomes when it is made. */
function openingEntry(variant: OpeningVariant) {
  const { columns } = openingOfVariant(variant);
  return entryOf('opening', 'o-made', {
    ...columns,
    state: 'active',
    ceiling: variant.ceiling,
    createdAt: '2020-11-15T09:00:00.000Z',
  });
}

async function worldOf(seed: number): Promise<SimulationGround & World> {
  return { ...(await openWorld(randomWorld(seed, SIZE), DESK)), turns: TURNS };
}

/** Every pair looked at one by one: how many posts can be filled when so many may come. */
function bruteForce({ image }: World, variant: OpeningVariant, places: number): number {
  const { candidates, now } = image;
  const opening = openingTerms(openingOfVariant(variant).opening, candidates.terms);
  const receiving = [...image.missions.rows.values()].filter(
    ({ agency, id }) => agency === variant.receiverAgency && (variant.receiverMissions?.includes(id) ?? true),
  );
  const people = [...candidates.image.order(null)];
  const missions = receiving.map((row) => {
    const today = image.missions.terms(row, candidates, now);
    const opened = { ...today, openings: [...today.openings, opening] };
    const remaining = image.missions.image.column('remaining').read(image.missions.image.slotOf(row.id) ?? -1);
    const pairs = people.flatMap((slot, candidate) =>
      candidates.terms.at.held[slot] === 0 && isFree(opened, candidates.terms, slot) ? [{ candidate, cost: 0 }] : [],
    );
    return { posts: Number(remaining ?? 0), weight: 1, pairs };
  });
  const of = people.map((slot) => (candidates.terms.at.agency[slot] === variant.receiverAgency ? -1 : 0));
  return filledPosts(solveAssignment(packInstance(missions, people.length, { of, limits: [places] })).assignment);
}

describe('the simulation of an opening', () => {
  it.each([41, 42, 43, 44])(
    'D6 finds the smallest ceiling beyond which no post is gained, and the gain at each (world %i)',
    async (seed) => {
      const world = await worldOf(seed);
      for (const variant of [variantOf(), variantOf({ lenderAgencies: [2], professions: ['aide-soignant'] })]) {
        const { variants } = await simulateOpenings(world, [variant]);
        const [told] = variants;
        const at = (places: number) => bruteForce(world, variant, places);
        const most = at(10_000);
        expect(told?.coverableBefore).toBe(at(0));
        const best = [...Array(200).keys()].find((places) => at(places) === most);
        expect(told?.bestCeiling).toBe(best);
        for (const { ceiling, gained } of told?.curve ?? []) expect(gained).toBe(at(ceiling) - at(0));
        const small = await simulateOpenings(world, [{ ...variant, ceiling: 1 }]);
        expect(small.variants[0]?.coverableAfter).toBe(at(1));
      }
      world.close();
    },
  );

  it.each([51, 52, 53])('D6 equals what happens once the opening is made (world %i)', async (seed) => {
    const world = await worldOf(seed);
    const variant = variantOf({ lenderAgencies: [2, 3, 4] });
    const { variants } = await simulateOpenings(world, [variant]);
    const [told] = variants;
    const { image } = world;
    const supply = () =>
      new Map(
        [...image.missions.rows.values()].map((row) => [
          row.id,
          image.candidates.supply.of(image.missions.terms(row, image.candidates, image.now)),
        ]),
      );
    const before = supply();
    world.confirm(openingEntry(variant));
    const after = supply();
    const gaining = [...after].filter(([id, { opened }]) => opened > (before.get(id)?.opened ?? 0));
    expect(told?.missionsGaining).toBe(gaining.length);
    for (const { missionId, before: had, after: has } of told?.missions ?? []) {
      const [was, is] = [before.get(missionId), after.get(missionId)];
      expect({ missionId, had, has }).toEqual({
        missionId,
        had: (was?.own ?? 0) + (was?.opened ?? 0),
        has: (is?.own ?? 0) + (is?.opened ?? 0),
      });
    }
    const again = await simulateOpenings(world, [variant]);
    expect(again.variants[0]?.visible).toBe(0);
    world.close();
  });

  it('D6 counts what it leaves to the lender: own missions that lose their last candidates', async () => {
    const entries = [
      entryOf('mission', 'm-1', { agency: 1, departement: '33', headcount: 2 }),
      entryOf('mission', 'm-4', { agency: 4, departement: '35', headcount: 1 }),
      entryOf('candidate', 'c-1', { agency: 4, departement: '35' }),
      entryOf('candidate', 'c-2', { agency: 5, departement: '45' }),
      entryOf('candidate', 'c-3', { agency: 5, departement: '45', mobilisation: 'local' }),
    ];
    const world = { ...(await openWorld(entries, DESK)), turns: TURNS };
    const { revision } = world.store;
    const { variants } = await simulateOpenings(world, [variantOf(), variantOf({ lenderAgencies: [5] })]);
    expect(variants[0]).toMatchObject({
      visible: 2,
      missionsGaining: 1,
      coverableBefore: 0,
      coverableAfter: 2,
      bestCeiling: 2,
      lenders: [
        {
          agency: 4,
          free: 1,
          taken: 1,
          coverableBefore: 1,
          coverableAfter: 0,
          missionsLosingLast: 1,
          missions: [{ missionId: 'm-4', before: 1 }],
        },
        { agency: 5, free: 1, taken: 1, coverableBefore: 0, coverableAfter: 0, missionsLosingLast: 0 },
      ],
    });
    expect(variants[1]).toMatchObject({ visible: 1, bestCeiling: 1, lenders: [{ agency: 5, taken: 1 }] });
    expect(world.store.revision).toBe(revision);
    world.close();
  });

  it('D6 writes nothing: the base is the same byte for byte of its counters and rows', async () => {
    const world = await worldOf(61);
    const rows = () => world.store.statements.rows('SELECT * FROM main.opening');
    const before = {
      revision: world.store.revision,
      openings: rows(),
      outbox: world.store.statements.rows('SELECT * FROM main.outbox'),
    };
    await simulateOpenings(world, [variantOf(), variantOf({ ceiling: 1 }), variantOf({ lenderAgencies: [2] })]);
    expect({
      revision: world.store.revision,
      openings: rows(),
      outbox: world.store.statements.rows('SELECT * FROM main.outbox'),
    }).toEqual(before);
    world.close();
  });

  it('says what a person should know before: agreement, unlisted pools, days, other openings', async () => {
    const other = variantOf({ lenderAgencies: [1], receiverAgency: 2 });
    const made = { ...openingEntry(other), id: 'o-other' };
    const world = { ...(await openWorld([made], DESK)), turns: TURNS };
    const { variants } = await simulateOpenings(world, [
      variantOf({ lenderAgencies: [2], poolKinds: [...POOL_KINDS], mobilisations: ['local'], fromDate: '2020-11-20' }),
      variantOf({ receiverAgency: 2, lenderAgencies: [1], untilDate: '2020-11-14', fromDate: '2020-11-01' }),
    ]);
    expect(variants[0]?.remarks).toHaveLength(6);
    expect(variants[0]?.remarks[0]).toContain('Elle contredit une ouverture');
    expect(variants[1]?.remarks).toHaveLength(1);
    world.close();
  });

  it('draws the curve from nothing to the best ceiling and no further', () => {
    expect(curveTo(3, 10)).toEqual([
      { ceiling: 0, gained: 0 },
      { ceiling: 1, gained: 1 },
      { ceiling: 2, gained: 2 },
      { ceiling: 3, gained: 3 },
      { ceiling: 10, gained: 3 },
    ]);
    expect(curveTo(0, 5)).toEqual([
      { ceiling: 0, gained: 0 },
      { ceiling: 5, gained: 0 },
    ]);
  });
});
