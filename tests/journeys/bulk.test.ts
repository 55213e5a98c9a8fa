/** Three hundred missions in one gesture, seven of which can no longer be decided. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { actByApi } from './act-by-api.ts';
import { outboxCounts, SOON } from './decide.ts';
import { placeMissions } from './place-missions.ts';

const OTHER_REGULATOR = { kind: 'person', id: 'demo-ines-coquelicot' } as const;

describe('a bulk decision', () => {
  const held = { world: null as DeskWorld | null, open: [] as readonly Stored<'mission'>[] };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      held.open = await placeMissions(world, 296);
      await placeMissions(world, 4, { state: 'closed', closingReason: 'withdrawn', closedByName: 'Noa Mirabelle' });
    });
  });
  afterAll(() => held.world?.dispose());

  it('F114 D2 names the 7 of 300 that cannot be prioritised and why, commits 293, and undoes them', async () => {
    const { world: deskWorld, open } = held;
    if (deskWorld === null) throw new Error('No world');
    const countOf = async (priority: string) => {
      const rows = await deskWorld.world.ground.database.read
        .selectFrom('mission')
        .select('id')
        .where('priority', '=', priority)
        .execute();
      return rows.length;
    };
    const desk = await deskWorld.desk('Camille Aubépine');
    await desk.upToDate();
    const page = await desk.page('missions');
    await page.getByRole('button', { name: 'Tout choisir (300)' }).click({ timeout: SOON.timeout });
    await expect.poll(() => page.getByRole('toolbar').innerText(), SOON).toContain('300 missions choisies');

    // While the choice stands, somebody else closes three of them.
    const closed = open.slice(0, 3);
    const verdicts = await actByApi(
      deskWorld,
      OTHER_REGULATOR,
      ...closed.map(({ id, version }) => ({
        kind: 'mission.close' as const,
        subject: id,
        version,
        input: { reason: 'withdrawn' as const, comment: null },
      })),
    );
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
    await expect
      .poll(async () => {
        const query = { filters: [], search: '', sorts: [], offset: 0, limit: 1 };
        const among = { type: 'among' as const, column: 'missionState', values: ['closed'] };
        return (await desk.app.room.client.missions.page({ ...query, filters: [among] })).total;
      }, SOON)
      .toBe(7);

    await page.getByRole('button', { name: /^Priorité P2/ }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.innerText(), SOON).toContain('293 changeront');
    expect(await dialog.innerText()).toContain('7 impossibles');
    const lines = await dialog.locator('tbody tr').allInnerTexts();
    const impossible = lines.filter((line) => line.includes('Impossible'));
    expect(impossible).toHaveLength(7);
    expect(impossible.every((line) => line.includes('Cette mission est close'))).toBe(true);
    expect(impossible.every((line) => line.includes('EHPAD de démonstration'))).toBe(true);
    await desk.picture('missions', '2-bulk-preview');

    await dialog.getByRole('button', { name: 'Confirmer pour 293' }).click();
    await expect.poll(() => page.locator('.dk-toast').innerText(), SOON).toContain('293 décisions enregistrées');
    await expect.poll(() => countOf('P2'), SOON).toBe(293);
    await expect.poll(() => outboxCounts(desk), SOON).toEqual({ waiting: 0, conflicts: 0, refused: 0 });
    await desk.picture('missions', '2-bulk-confirmed');

    await page.getByRole('button', { name: 'Annuler (Z)' }).click({ timeout: SOON.timeout });
    await expect
      .poll(() => page.locator('.dk-toast').innerText(), SOON)
      .toContain('293 décisions annulées par des décisions contraires');
    await expect.poll(() => countOf('P2'), SOON).toBe(0);
    expect(await countOf('none')).toBe(300);
    await expect.poll(() => outboxCounts(desk), SOON).toEqual({ waiting: 0, conflicts: 0, refused: 0 });
    await desk.picture('missions', '2-bulk-undone');
    expect(await desk.errors()).toEqual([]);
  });
});
