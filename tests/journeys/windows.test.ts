/** Several windows of one desk, and a colleague's, on the real service: one selection, pins, and who is there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import { announcePresence } from '../../national-api/presence/announce-presence.ts';
import { journeyHost } from '../support/desk-hosts.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { SOON } from './decide.ts';
import { placeMissions } from './place-missions.ts';

const HALF_MINUTE = { timeout: 40_000, interval: 200 } as const;

describe('several windows', () => {
  const held = { world: null as DeskWorld | null, missions: [] as readonly Stored<'mission'>[], ahead: 0 };
  beforeAll(async () => {
    const clock = () => Date.now() + held.ahead;
    held.world = await startDeskWorld(
      async (world) => {
        held.missions = await placeMissions(world, 24);
        for (const lastName of ['Églantine', 'Lamarguerite', 'Marguerite'])
          await world.candidate({ lastName, firstName: 'Alix' });
      },
      journeyHost(),
      clock,
    );
  });
  afterAll(() => held.world?.dispose());

  const world = () => {
    if (held.world === null) throw new Error('No world');
    return held.world;
  };
  const mission = (index: number) => {
    const found = held.missions[index];
    if (found === undefined) throw new Error('No such mission');
    return found;
  };

  it('choosing in the queue moves the people’s window; a pinned queue stays; a link and the palette navigate', async () => {
    const desk = await world().desk('Camille Aubépine', ['missions', 'candidates']);
    await desk.upToDate();
    const [queue, people] = [await desk.page('missions'), await desk.page('candidates')];
    const row = (id: string) => queue.locator(`tr[data-row="${id}"]`);
    await row(mission(9).id).click({ timeout: SOON.timeout });
    const name = mission(9).establishmentName;
    await expect.poll(() => people.locator('body').innerText(), SOON).toContain(name);

    // Enter shows the people in the window that follows: no other one opens.
    await row(mission(19).id).click();
    await expect.poll(() => row(mission(19).id).getAttribute('data-looked'), SOON).toBe('true');
    await queue.keyboard.press('Enter');
    await expect.poll(() => people.locator('body').innerText(), SOON).toContain(mission(19).establishmentName);
    expect(desk.app.windows.list().map(({ window }) => window)).toEqual(['missions', 'candidates']);

    await queue.keyboard.press('g');
    await queue.getByText(/Fenêtre épinglée/).waitFor({ timeout: SOON.timeout });
    desk.app.workspace.selection.change({ subject: { kind: 'mission', id: mission(2).id }, chosen: null });
    await expect.poll(() => people.locator('body').innerText(), SOON).toContain(mission(2).establishmentName);
    expect(await row(mission(19).id).getAttribute('data-looked')).toBe('true');
    expect(desk.app.windows.list()[0]).toMatchObject({ pinned: true });
    await queue.keyboard.press('g');
    await expect.poll(() => row(mission(2).id).getAttribute('data-looked'), SOON).toBe('true');

    // S34: a link shows, and decides nothing.
    const { navigator } = desk.app.workspace;
    await navigator.follow({ subject: 'mission', id: mission(5).id });
    await expect.poll(() => row(mission(5).id).getAttribute('data-looked'), SOON).toBe('true');
    expect((await desk.app.room.client.outbox.list({ only: 'all', offset: 0, limit: 10 })).total).toBe(0);

    // People whose name begins with what is typed come first, accents folded; choosing one shows them.
    await queue.keyboard.press('Control+k');
    await queue.getByRole('dialog').getByRole('combobox').fill('marguerite');
    const options = queue.locator('#palette-list [role="option"]');
    await expect.poll(() => options.first().innerText(), SOON).toMatch(/^marguerite/i);
    expect(await options.nth(1).innerText()).toMatch(/^lamarguerite/i);
    await queue.keyboard.press('Enter');
    await expect.poll(() => people.locator('aside').innerText(), SOON).toMatch(/marguerite/i);
    // The queue stays on its mission meanwhile.
    expect(await row(mission(5).id).getAttribute('data-looked')).toBe('true');
    await desk.picture('candidates', '5-people-found');

    // An establishment opens a queue of its missions beside this one, whose filters are untouched.
    await queue.keyboard.press('Control+k');
    await queue.getByRole('dialog').getByRole('combobox').fill('démonstration 020');
    await expect.poll(() => options.first().innerText(), SOON).toContain('020');
    await options.filter({ hasText: 'Établissement' }).first().click();
    await expect.poll(() => desk.app.windows.list().map(({ title }) => title), SOON).toContain('Missions (2)');
    expect(await desk.errors()).toEqual([]);
    await desk.leave();
  });

  it('D15 a colleague sees who has the mission open, and no more two minutes after their last word', async () => {
    const [camille, ines] = await Promise.all([
      world().desk('Camille Aubépine', ['missions']),
      world().desk('Inès Coquelicot', ['missions']),
    ]);
    await Promise.all([camille.upToDate(), ines.upToDate()]);
    const [hers, his] = [await camille.page('missions'), await ines.page('missions')];
    const open = async (page: typeof hers, id: string) => {
      await page.locator(`tr[data-row="${id}"]`).click({ timeout: SOON.timeout });
    };
    const said = (page: typeof hers) => page.locator('.dk-pin').allInnerTexts();
    await open(hers, mission(3).id);
    await expect.poll(() => camille.app.workspace.selection.current().subject?.id, SOON).toBe(mission(3).id);
    await open(his, mission(3).id);
    await expect
      .poll(async () => (await said(hers)).join(), HALF_MINUTE)
      .toMatch(/Inès Coquelicot.* a aussi cette mission ouverte/);
    await expect
      .poll(async () => (await said(his)).join(), HALF_MINUTE)
      .toMatch(/Camille Aubépine.* a aussi cette mission ouverte/);
    await ines.picture('missions', '5-presence');
    // Leaving says so at once.
    await ines.leave();
    await expect.poll(() => said(hers), HALF_MINUTE).toEqual([]);

    // A workstation that dies says nothing more: the service forgets it by its own clock.
    const ghost = world().world.regulator(6, { personId: 'ghost', displayName: 'Noa Fantôme (ARS Grand-Est)' });
    const { ground } = world().service;
    await announcePresence(ground, ghost, { station: 'poste-mort', missionIds: [mission(3).id] });
    await expect.poll(async () => (await said(hers)).join(), HALF_MINUTE).toMatch(/Noa Fantôme/);
    held.ahead += 121_000;
    await expect.poll(() => said(hers), HALF_MINUTE).toEqual([]);
    expect(await camille.errors()).toEqual([]);
    await camille.leave();
  });

  it('D15 a hand-over written on one workstation is told on the next regulator’s', async () => {
    const camille = await world().desk('Camille Aubépine', ['missions']);
    await camille.upToDate();
    const page = await camille.page('missions');
    await page.keyboard.press('Control+l');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Texte').fill('Deux alertes sans réponse ; rappeler Nancy à 14 h.');
    await dialog.getByRole('button', { name: 'Ajouter à la main courante' }).click();
    await expect.poll(() => dialog.getByText('en attente d’envoi').count(), HALF_MINUTE).toBe(0);
    const ines = await world().desk('Inès Coquelicot', ['missions']);
    await ines.upToDate();
    const told = () => ines.app.workspace.notices.list().notices.map(({ kind, body }) => [kind, body]);
    await expect
      .poll(told, HALF_MINUTE)
      .toContainEqual(['hand-over', 'Deux alertes sans réponse ; rappeler Nancy à 14 h.']);
    expect(await ines.errors()).toEqual([]);
  });
});
