/** Plans that were computed, after a restart of the engine: the same base, a shelf that knows nothing. */
import { afterEach, describe, expect, it } from 'vitest';
import type { PlanEdit } from '../../contract/app/arbitration-contract.ts';
import { PLAN_ROW_NAMES } from '../../src-main/engine/arbitration/plan-rows.ts';
import type { PlanShelf } from '../../src-main/engine/arbitration/plan-shelf.ts';
import { createPlanShelf } from '../../src-main/engine/arbitration/plan-shelf.ts';
import { startPlanWorker } from '../../src-main/engine/arbitration/run-plan.ts';
import { answerPage } from '../../src-main/engine/queries/table-answers.ts';
import { readKeptPlans } from '../../src-main/store/kept-plans.ts';
import { readCursor, writeCursor } from '../../src-main/store/mirror/cursor.ts';
import type { World } from './support/plan-world.ts';
import { DESK, openWorld, randomWorld, requestOf } from './support/plan-world.ts';

const SIZE = { missions: 30, candidates: 150, agencies: 3, professions: 2 };
const { scope, constraints } = requestOf({ reach: 'nation' });
const EVERYTHING = { filters: [], search: '', sorts: [], offset: 0, limit: 500 };

describe('a plan after a restart', () => {
  const held: { world: World | null } = { world: null };
  afterEach(() => held.world?.close());

  async function openSeed(seed: number): Promise<World> {
    const world = await openWorld(randomWorld(seed, SIZE), DESK);
    held.world = world;
    return world;
  }

  /** A shelf as a fresh engine has it. */
  function start(world: World, first = 1): PlanShelf {
    const ids = { next: first };
    const makeId = () => `plan-${ids.next++}`;
    return createPlanShelf(world, { makeId, stopwatch: () => 0, startWorker: startPlanWorker });
  }

  async function restart(world: World): Promise<PlanShelf> {
    const shelf = start(world, 9);
    await shelf.restored();
    return shelf;
  }

  async function run(shelf: PlanShelf, planId: string): Promise<void> {
    for await (const _progress of shelf.run(planId, undefined));
  }

  async function planned(shelf: PlanShelf): Promise<string> {
    const { planId } = await shelf.prepare(scope, constraints);
    await run(shelf, planId);
    return planId;
  }

  const rowsOf = (shelf: PlanShelf, planId: string) =>
    answerPage(shelf.result(planId).table.image, PLAN_ROW_NAMES, EVERYTHING).rows;

  function forbidFirst(shelf: PlanShelf, planId: string): PlanEdit {
    const { answer, frozen } = shelf.result(planId);
    const [one] = answer.pairs;
    if (one === undefined) throw new Error('The plan of this world sends nobody');
    const { id: missionId } = frozen.missions[one.mission] ?? { id: '' };
    return { kind: 'forbid', missionId, candidateId: frozen.candidateIds[one.slot] ?? '' };
  }

  /** The nation moves: something was read of it. */
  function moveNation({ store }: World): void {
    const cursor = readCursor(store.statements);
    if (cursor === null) throw new Error('The mirror is not whole');
    store.transaction('mirror', ({ statements }) => writeCursor(statements, { ...cursor, after: cursor.after + 7 }));
  }

  it.each([3, 11, 29])('is as it was, row by row, while nothing changed (world %i)', async (seed) => {
    const world = await openSeed(seed);
    const before = start(world);
    const planId = await planned(before);
    const shelf = await restart(world);
    expect(shelf.view(planId)).toEqual({
      ...before.view(planId),
      message: expect.stringContaining('rien n’a changé depuis'),
    });
    expect(rowsOf(shelf, planId)).toEqual(rowsOf(before, planId));
    expect(shelf.toCommit(planId)).toEqual(before.toCommit(planId));
  });

  it('has its edits still, and what a second run kept', async () => {
    const world = await openSeed(5);
    const before = start(world);
    const planId = await planned(before);
    const edit = forbidFirst(before, planId);
    before.edit(planId, [edit]);
    const edited = await restart(world);
    expect(edited.view(planId)).toMatchObject({ state: 'edited', edits: [edit], isStale: false });
    expect(() => edited.toCommit(planId)).toThrow(/modifié depuis son calcul/);
    await run(edited, planId);
    const again = await restart(world);
    expect(again.view(planId)).toMatchObject({ state: 'ready', edits: [edit], outcome: { kept: expect.any(Number) } });
    expect(again.view(planId).outcome).toEqual(edited.view(planId).outcome);
    expect(rowsOf(again, planId)).toEqual(rowsOf(edited, planId));
  });

  it('says that it is out of date when the nation moved, and is not decided before it was run again', async () => {
    const world = await openSeed(7);
    const before = start(world);
    const planId = await planned(before);
    const { takenAt, outcome } = before.view(planId);
    moveNation(world);
    const shelf = await restart(world);
    const found = shelf.view(planId);
    expect(found).toMatchObject({ state: 'edited', isStale: true, takenAt, outcome });
    expect(found.message).toMatch(/n° 1 de la nation\. L’état a changé depuis/);
    expect(rowsOf(shelf, planId).length).toBeGreaterThan(0);
    expect(() => shelf.toCommit(planId)).toThrow(/L’état a changé/);
    await run(shelf, planId);
    expect(shelf.view(planId)).toMatchObject({ state: 'ready', isStale: false, message: null });
    expect(shelf.toCommit(planId).pairs.size).toBeGreaterThan(0);
  });

  it('is not there when it was forgotten, was never computed, or cannot be read', async () => {
    const world = await openSeed(2);
    const before = start(world);
    const gone = await planned(before);
    const unread = await planned(before);
    await before.prepare(scope, constraints);
    before.forget(gone);
    world.store.transaction('mirror', ({ statements }) =>
      statements.run(`UPDATE main."keptPlan" SET made = '{"of":"another version"}' WHERE id = ?`, unread),
    );
    const shelf = await restart(world);
    expect(shelf.list()).toEqual([]);
    expect(readKeptPlans(world.store)).toEqual([]);
  });

  it('keeps at most six', async () => {
    const world = await openSeed(2);
    const before = start(world);
    for (let plan = 0; plan < 8; plan += 1) await planned(before);
    const shelf = await restart(world);
    expect(shelf.list().map(({ planId }) => planId)).toEqual(before.list().map(({ planId }) => planId));
    expect(shelf.list()).toHaveLength(6);
  });
});
