/** From a piece of a name to a proposal, a copied table and a printed one: by keyboard, on the real service. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { reachable, withAccount } from '../support/regulation.ts';
import { SOON } from './decide.ts';
import { keyboardHand } from './keyboard-hand.ts';
import { inDays } from './place-missions.ts';

const NAMES = ['Églantine', 'Marguerite', 'Noisetier', '=Cornouiller'];

interface Held {
  world: DeskWorld | null;
  mission: Stored<'mission'> | null;
  people: Stored<'candidate'>[];
}

describe('found, proposed, copied, printed', () => {
  const held: Held = { world: null, mission: null, people: [] };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      held.mission = await world.mission({ headcount: 3, startDate: inDays(3), endDate: inDays(30) });
      for (const lastName of NAMES) {
        const person = await world.candidate({ lastName, firstName: 'Alix', endDate: null });
        await reachable(world, person);
        held.people.push(person);
      }
      await withAccount(world, held.mission);
    });
  });
  afterAll(() => held.world?.dispose());

  it('UX F91 the palette finds the person, P proposes, Ctrl+C copies for a spreadsheet, the printer is asked', async () => {
    const { world: deskWorld, mission, people } = held;
    const [wanted] = people;
    if (deskWorld === null || mission === null || wanted === undefined) throw new Error('No world');
    const desk = await deskWorld.desk('Camille Aubépine', ['missions', 'candidates']);
    await desk.upToDate();
    const queue = await keyboardHand(await desk.page('missions'));
    const peoplePage = await desk.page('candidates');
    const list = await keyboardHand(peoplePage);
    await queue.page.locator(`tr[data-row="${mission.id}"]`).waitFor(SOON);
    await queue.press('ArrowDown');
    await list.page.getByRole('region', { name: 'Pour la mission' }).getByText(mission.establishmentName).waitFor(SOON);

    // A piece of the name, without its accent.
    await queue.press('Control+k');
    await queue.isOn(queue.page.getByRole('combobox', { name: /^Rechercher une mission/ }));
    await queue.write('eglan');
    await queue.page.getByRole('option', { name: /églantine/i }).waitFor(SOON);
    await queue.press('Enter');
    await list.page
      .locator('aside')
      .getByRole('heading', { name: /églantine/i })
      .waitFor(SOON);
    await list.press('p');
    await list.isOn(list.page.getByRole('dialog').getByRole('button', { name: 'Confirmer pour 1' }));
    await list.press('Enter');
    const proposals = () => deskWorld.world.ground.database.read.selectFrom('proposal').selectAll().execute();
    await expect
      .poll(
        async () => (await proposals()).map(({ candidateId, missionId, state }) => ({ candidateId, missionId, state })),
        SOON,
      )
      .toEqual([{ candidateId: wanted.id, missionId: mission.id, state: 'open' }]);
    // Proposed, the person is among those who may be proposed no more.
    await list.page.locator('aside').getByText('EN COURS').first().waitFor(SOON);
    await expect.poll(() => list.page.locator('tr[data-row]').count(), SOON).toBe(NAMES.length - 1);

    // Two rows, copied and pasted where several lines may be: the titles, a tab between cells, no formula.
    await expect.poll(() => list.page.getByRole('dialog').count(), SOON).toBe(0);
    await list.isOn(list.page.locator('tr[data-row]'));
    await list.press('Home');
    await list.isOn(list.page.locator('tr[data-row]').first());
    await list.press('Space', 'ArrowDown', 'Space');
    await list.page.getByText(/^2 .*choisie?s$/).waitFor(SOON);
    await list.press('Control+c');
    await list.page.getByRole('status').getByText('2 lignes copiées.').waitFor(SOON);
    expect(await list.heard()).toContainEqual('2 lignes copiées.');
    await list.press('Control+l');
    const text = list.page.getByRole('dialog').getByLabel('Texte');
    await list.isOn(text);
    await list.press('Control+v');
    await expect.poll(async () => (await text.inputValue()).split('\n').length, SOON).toBe(3);
    const lines = (await text.inputValue()).split('\n').map((line) => line.split('\t'));
    expect(lines[0]).toContain('Nom');
    expect(lines.every((cells) => cells.length === lines[0]?.length)).toBe(true);
    expect(lines.flat().filter((cell) => cell.startsWith('='))).toEqual([]);
    await list.press('Escape');

    // The third form of an export is paper.
    await peoplePage.evaluate(
      "window.print = () => { window.renfortPrinted = document.querySelector('.dk-print')?.textContent ?? ''; }",
    );
    await list.press('/');
    await list.reach(list.page.getByRole('button', { name: 'Exporter…' }));
    await list.press('Enter');
    await list.isOn(list.page.getByRole('radio', { name: /^CSV/ }));
    await list.press('ArrowDown', 'ArrowDown');
    await list.isOn(list.page.getByRole('radio', { name: 'Impression' }));
    await list.press('Enter');
    const printed = () => peoplePage.evaluate<string | undefined>('window.renfortPrinted');
    await expect.poll(printed, SOON).toContain(`${NAMES.length - 1} lignes`);
    expect(await printed()).not.toContain('Églantine');
    for (const hand of [queue, list]) expect(await hand.pointers()).toBe(0);
    expect(await desk.errors()).toEqual([]);
  }, 180_000);
});
