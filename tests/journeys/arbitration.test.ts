/** The CCS arbitrates sixty missions, corrects the plan, decides it whole; one person is taken meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { withAccount } from '../support/regulation.ts';
import { actByApi } from './act-by-api.ts';
import { outboxCounts, SOON } from './decide.ts';
import { placeMissions } from './place-missions.ts';

const MISSIONS = 60;
const PEOPLE = 150;
const COMPUTED = { ...SOON, timeout: 50_000 };

describe('arbitration', () => {
  const held = { world: null as DeskWorld | null, missions: [] as readonly Stored<'mission'>[] };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      held.missions = await placeMissions(world, MISSIONS);
      for (let index = 0; index < PEOPLE; index += 1) {
        const [latitude, longitude] = [48.2 + (index % 15) * 0.08, 5.4 + (index % 11) * 0.15];
        await world.candidate({ lastName: `Exemple-${index}`, latitude, longitude, endDate: null });
      }
      const [first] = held.missions;
      if (first !== undefined) await withAccount(world, first);
    });
  });
  afterAll(() => held.world?.dispose());

  it('D4 computes, pins, computes again, decides all of it, names the row that was lost, and mends the plan', async () => {
    const { world: deskWorld, missions } = held;
    const [thief] = missions;
    if (deskWorld === null || thief === undefined) throw new Error('No world');
    const { read } = deskWorld.world.ground.database;
    const proposals = () => read.selectFrom('proposal').selectAll().execute();
    const desk = await deskWorld.desk('Ariel Cèdre', ['arbitration']);
    await desk.upToDate();
    const { arbitration, sync } = desk.app.room.client;
    const page = await desk.page('arbitration');

    await page.getByRole('button', { name: 'Calculer', exact: true }).click({ timeout: SOON.timeout });
    await expect.poll(async () => (await arbitration.list())[0]?.state, COMPUTED).toBe('ready');
    const [plan] = await arbitration.list();
    if (plan?.outcome === null || plan === undefined) throw new Error('No plan');
    const posts = missions.reduce((sum, { headcount }) => sum + headcount, 0);
    expect(plan.counts).toMatchObject({ missions: MISSIONS, posts, candidates: PEOPLE });
    expect(plan.outcome.plan.filled).toBe(Math.min(posts, PEOPLE));
    expect(plan.outcome.plan.filled).toBeGreaterThanOrEqual(plan.outcome.greedy.filled);
    expect(await proposals()).toEqual([]);
    await page.locator('tr[data-row]').first().waitFor({ timeout: SOON.timeout });
    await desk.picture('arbitration', '8-plan');

    // Corrected: the pair stays, and the plan is computed again around it.
    await page.locator('tr[data-row]').filter({ hasText: 'Proposé' }).first().click();
    await page.getByRole('heading', { name: 'Pourquoi cette personne' }).waitFor({ timeout: SOON.timeout });
    await desk.picture('arbitration', '8-why');
    await page.keyboard.press('e');
    await expect.poll(async () => (await arbitration.list())[0]?.state, SOON).toBe('edited');
    await page.getByRole('button', { name: 'Missions et contraintes…' }).click();
    await page.getByRole('button', { name: 'Recalculer' }).click();
    await expect.poll(async () => (await arbitration.list())[0]?.state, COMPUTED).toBe('ready');
    await expect.poll(() => page.locator('tr[data-row]').filter({ hasText: 'Épinglé' }).count(), SOON).toBe(1);
    const query = { filters: [], search: '', sorts: [], offset: 0, limit: 200 };
    const { rows } = await arbitration.rows({ planId: plan.planId, query });
    const chosen = rows.filter((row) => row['rowState'] === 'chosen' || row['rowState'] === 'pinned');
    expect(new Set(chosen.map((row) => row['candidateId'])).size).toBe(chosen.length);

    // Nobody twice, and never more than a mission asks.
    const sent = Map.groupBy(chosen, (row) => String(row['missionId']));
    const beyond = missions.filter(({ id, headcount }) => (sent.get(id)?.length ?? 0) > headcount);
    expect(beyond.map(({ headcount }) => headcount)).toEqual([]);

    // An establishment takes somebody of the plan, and this workstation does not know it yet.
    await sync.pause({ paused: true });
    const stolen = chosen.find((row) => row['missionId'] !== thief.id && row['rowState'] === 'chosen');
    const account = { kind: 'account', id: deskWorld.world.requester(thief.establishmentId).personId } as const;
    const [taken] = await actByApi(deskWorld, account, {
      kind: 'proposal.contact',
      subject: deskWorld.service.ground.makeId(),
      version: 0,
      input: { missionId: thief.id, candidateId: String(stolen?.['candidateId']) },
    });
    expect(taken).toMatchObject({ outcome: 'accepted' });

    // Decided whole, in one gesture; each row has its verdict.
    await page.getByRole('button', { name: 'Tout proposer' }).click({ timeout: SOON.timeout });
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: `Confirmer pour ${chosen.length}`, exact: true }).click(COMPUTED);
    await expect.poll(() => dialog.count(), SOON).toBe(0);
    await sync.pause({ paused: false });
    await expect.poll(async () => (await outboxCounts(desk)).waiting, COMPUTED).toBe(0);
    const made = await proposals();
    expect(made.filter(({ origin }) => origin === 'ccs')).toHaveLength(chosen.length - 1);
    expect(made.filter(({ candidateId }) => candidateId === stolen?.['candidateId'])).toHaveLength(1);

    // The lost row is named, and the plan mended around it.
    await expect.poll(() => page.getByText('1 proposition du dernier envoi a été refusée').count(), SOON).toBe(1);
    await desk.picture('arbitration', '8-one-row-refused');
    await page.getByRole('button', { name: 'Réparer le plan' }).click();
    await expect.poll(async () => (await arbitration.list())[0]?.state, COMPUTED).toBe('ready');
    const [mended] = await arbitration.list();
    // All but the post whose person was lost: two are now engaged for the one post of the mission that took them.
    expect(mended?.counts.held).toBe(chosen.length - 1);
    expect(mended?.contradictions).toEqual([]);
    await desk.picture('arbitration', '8-mended');
    expect(await desk.errors()).toEqual([]);
  });
});
