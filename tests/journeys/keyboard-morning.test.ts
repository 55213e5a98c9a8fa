/** A whole crisis morning without a mouse, from the sign-in to the hand-over: keys only, and what can be read. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { contacted, withAccount } from '../support/regulation.ts';
import { outboxCounts, SOON } from './decide.ts';
import type { KeyboardHand } from './keyboard-hand.ts';
import { keyboardHand } from './keyboard-hand.ts';
import { placeMissions } from './place-missions.ts';

const LEAD = 'Noa Mirabelle';
const NURSES = '6:infirmier-diplome-etat';
const HOURS_BLOCKED = 60;

interface Held {
  world: DeskWorld | null;
  missions: readonly Stored<'mission'>[];
  blocked: Stored<'candidate'> | null;
}

describe('a crisis morning by keyboard alone', () => {
  const held: Held = { world: null, missions: [], blocked: null };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      held.missions = await placeMissions(world, 12);
      for (let index = 0; index < 20; index += 1) await world.candidate({ endDate: null });
      held.blocked = await world.candidate({ lastName: 'Églantine', firstName: 'Alix', endDate: null });
      const [first] = held.missions;
      if (first === undefined) throw new Error('No mission');
      await withAccount(world, first);
      world.advance(-HOURS_BLOCKED);
      await contacted(world, first, held.blocked);
      world.advance(HOURS_BLOCKED);
    });
  });
  afterAll(() => held.world?.dispose());

  it('UX signs in, switches crisis mode, frees, reads, ranks, proposes, alerts, undoes, hands over, exports, unlocks', {
    timeout: 300_000,
  }, async () => {
    const { world: deskWorld, blocked } = held;
    if (deskWorld === null || blocked === null) throw new Error('No world');
    const { read } = deskWorld.world.ground.database;
    const desk = await deskWorld.desk(null, ['missions']);
    const queue = await keyboardHand(await desk.page('missions'));
    const confirmed = async (hand: KeyboardHand, name: string | RegExp) => {
      const dialog = hand.page.getByRole('dialog');
      const button = dialog.getByRole('button', { name });
      await expect.poll(async () => (await dialog.count()) === 0 || (await hand.has(button)), SOON).toBe(true);
      if ((await dialog.count()) > 0) await hand.press('Enter');
      await expect.poll(() => dialog.count(), SOON).toBe(0);
    };
    const opened = async (words: string, kind: 'blocked'): Promise<KeyboardHand> => {
      await queue.press('Control+k');
      await queue.isOn(queue.page.getByRole('combobox'));
      await queue.write(words);
      await queue.page.getByRole('option', { name: `Ouvrir : ${words}` }).waitFor(SOON);
      await queue.press('Enter');
      return keyboardHand(await desk.page(kind));
    };

    // The way in: the button has the focus, then the person's name on the sign-in page.
    const signIn = queue.page.getByRole('button', { name: 'Se connecter' });
    await signIn.waitFor({ timeout: 60_000 });
    await queue.isOn(signIn);
    await queue.press('Enter');
    await desk.choosePerson(LEAD, 'keys');
    await desk.upToDate();
    await queue.page.locator('tr[data-row]').first().waitFor(SOON);

    // Crisis mode of one profession, with its effect read before.
    await queue.press('c');
    const crisis = await keyboardHand(await desk.page('crisis'));
    await crisis.page.locator('tr[data-row]').first().waitFor(SOON);
    await crisis.press('/');
    await crisis.write('infirmier diplômé');
    await expect.poll(() => crisis.page.locator('tr[data-row]').count(), SOON).toBe(1);
    await crisis.press('ArrowDown');
    await crisis.isOn(crisis.page.locator(`tr[data-row="${NURSES}"]`));
    await crisis.page
      .locator('aside')
      .getByText(/ne seront plus visibles/)
      .waitFor(SOON);
    expect(await crisis.reach(crisis.page.locator('aside').getByRole('button', { name: /^Activer/ }))).toBeLessThan(8);
    await crisis.press('Enter');
    await crisis.isOn(crisis.page.getByRole('dialog').getByLabel('Motif'));
    await crisis.write('Troisième vague : les renforts passent par la cellule.');
    // Enter before the preview has answered leads to the confirmation; after, it confirms.
    await crisis.press('Enter');
    await confirmed(crisis, 'Confirmer pour 1');
    await expect.poll(() => crisis.page.locator(`[data-row="${NURSES}"]`).innerText(), SOON).toContain('Activé');
    const modes = () => read.selectFrom('crisisMode').select('active').execute();
    await expect.poll(async () => (await modes()).map(({ active }) => active), SOON).toEqual([1]);

    // The person whom silence blocks is free again.
    const waiting = await opened('Professionnels bloqués', 'blocked');
    await waiting.page.locator('tr[data-row]').filter({ hasText: 'Églantine' }).waitFor(SOON);
    await waiting.press('ArrowDown', 'l');
    await waiting.isOn(waiting.page.getByRole('dialog').getByLabel('Motif de libération'));
    await waiting.reach(waiting.page.getByRole('button', { name: 'Confirmer pour 1' }));
    await waiting.press('Enter');
    // One key from the queue goes where one already is, and opens no other.
    await queue.press('l', 'c');
    const engagement = async () => (await deskWorld.world.row('candidate', blocked.id)).engagement;
    await expect.poll(engagement, SOON).toBe('none');
    expect(desk.app.windows.list().map(({ window }) => window)).toEqual(['missions', 'crisis', 'blocked']);

    // The needs of the night: filtered by the letters of a value, read row by row, and why the first is first.
    const filter = queue.page.getByRole('button', { name: 'Filtrer Priorité' });
    await queue.reach(filter);
    await queue.press('Enter');
    await queue.page.getByRole('dialog').getByRole('checkbox').first().waitFor(SOON);
    await queue.reach(queue.page.getByRole('dialog').getByRole('checkbox').first());
    await queue.write('non');
    await queue.press('Space');
    await queue.page.getByText('1 – 12 sur 12').waitFor(SOON);
    await queue.press('Escape');
    await queue.isOn(queue.page.getByRole('button', { name: /^Filtrer Priorité/ }));
    await queue.reach(queue.page.locator('tr[data-row]').first());
    await queue.press('s');
    await queue.isOn(queue.page.locator('#mission-score'));
    await queue.press('Escape');
    await queue.isOn(queue.page.locator('tr[data-row]').first());

    // Six at once: below one post in five, no word is asked.
    for (let row = 1; row < 6; row += 1) await queue.press('Shift+ArrowDown');
    await queue.page.getByText('6 missions choisies').waitFor(SOON);
    await queue.press('2');
    await confirmed(queue, 'Confirmer pour 6');
    const ranked = async () =>
      (await read.selectFrom('mission').select('id').where('priority', '=', 'P2').execute()).length;
    await expect.poll(ranked, SOON).toBe(6);
    await expect.poll(() => queue.page.locator('tr[data-row]').count(), SOON).toBe(6);
    await queue.isOn(queue.page.locator('tr[data-row][tabindex="0"]'));

    // The best people for what is chosen, whatever left the filter meanwhile.
    await queue.press('b');
    await confirmed(queue, /^Confirmer pour \d+$/);
    const proposals = async () =>
      (await read.selectFrom('proposal').select('state').where('state', '=', 'open').execute()).length;
    await expect.poll(proposals, SOON).toBeGreaterThan(5);

    // One alert, from the row where the hand is, its message written; then the last gesture is taken back.
    await queue.press('Escape', 'ArrowDown', 'a');
    await queue.isOn(queue.page.getByRole('dialog').getByLabel('Message au CCS'));
    await queue.write('Plus personne dans la région cette nuit.');
    await queue.reach(queue.page.getByRole('dialog').getByRole('button', { name: 'Confirmer pour 1' }));
    await queue.press('Enter');
    const alerts = async () => (await read.selectFrom('alert').select('state').execute()).map(({ state }) => state);
    await expect.poll(alerts, SOON).toEqual(['raised']);
    await queue.isOn(queue.page.locator('tr[data-row][tabindex="0"]'));
    await desk.picture('missions', '9-keyboard-queue');
    await queue.press('Control+z');
    await queue.page.locator('.dk-toast').getByText('1 décision annulée').waitFor(SOON);
    await expect.poll(alerts, SOON).toEqual(['lifted']);

    // The words for the next team, and back to the row.
    await queue.press('Control+l');
    await queue.isOn(queue.page.getByRole('dialog').getByLabel('Texte'));
    await queue.write('Mode crise activé pour les infirmiers ; rappeler Nancy à 14 h.');
    await queue.reach(queue.page.getByRole('button', { name: 'Ajouter à la main courante' }));
    await queue.press('Enter');
    await queue.page.getByRole('dialog').getByRole('list').getByText('rappeler Nancy').waitFor(SOON);
    await queue.press('Escape');
    await queue.isOn(queue.page.locator('tr[data-row][tabindex="0"]'));

    // The list as a file: the second format, by an arrow.
    await queue.press('/');
    await queue.reach(queue.page.getByRole('button', { name: 'Exporter…' }));
    await queue.press('Enter');
    await queue.isOn(queue.page.getByRole('radio', { name: /^CSV/ }));
    await queue.press('ArrowDown');
    await queue.isOn(queue.page.getByRole('radio', { name: /XLSX/ }));
    await queue.press('Enter');
    await queue.page.getByText(/^Enregistré : .*6 lignes/).waitFor(SOON);
    await queue.press('Escape');
    await queue.isOn(queue.page.getByRole('button', { name: 'Exporter…' }));
    const exports = deskWorld.dataFolders().map((folder) => join(folder, 'exports'));
    expect(exports.flatMap((folder) => readdirSync(folder))).toEqual([expect.stringMatching(/\.xlsx$/)]);

    // Nobody touches it: covered, and given back by the same hand, with the filter as it was.
    desk.rest(700);
    const cover = queue.page.getByRole('dialog', { name: 'Poste verrouillé' });
    await cover.waitFor({ timeout: 40_000 });
    await queue.isOn(cover.getByRole('button', { name: 'Se reconnecter pour reprendre' }));
    desk.rest(0);
    await queue.press('Enter');
    await desk.choosePerson(LEAD, 'keys');
    await cover.waitFor({ state: 'hidden', timeout: 40_000 });
    await desk.upToDate();
    await expect.poll(() => queue.page.locator('tr[data-row]').count(), SOON).toBe(6);
    await queue.isOn(queue.page.getByRole('button', { name: 'Exporter…' }));

    expect(await outboxCounts(desk)).toEqual({ waiting: 0, conflicts: 0, refused: 0 });
    for (const hand of [queue, crisis, waiting]) expect(await hand.pointers()).toBe(0);
    expect(await desk.errors()).toEqual([]);
  });
});
