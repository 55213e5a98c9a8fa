/** A decision taken in the queue, read in the journal with its reason and what it changed; then a past that somebody altered. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { SOON } from './decide.ts';
import { placeMissions } from './place-missions.ts';

const REASON = 'Réanimation fermée dès demain';

describe('the journal', () => {
  const held = { world: null as DeskWorld | null, missions: [] as string[] };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      held.missions = (await placeMissions(world, 4)).map(({ id }) => id);
    });
  });
  afterAll(() => held.world?.dispose());

  it('D7 tells who decided what and why, before and after, and names the first line that was altered since', async () => {
    const { world, missions } = held;
    // Three of the seven open posts: more than a fifth in P1 asks why.
    const wanted = missions[2] ?? '';
    if (world === null) throw new Error('No world');
    const lead = await world.desk('Noa Mirabelle', ['missions', 'journal']);
    await lead.upToDate();
    const queue = await lead.page('missions');
    await queue.locator(`[data-row="${wanted}"]`).click({ timeout: SOON.timeout });
    await expect.poll(() => queue.locator(`[data-row="${wanted}"]`).getAttribute('data-looked'), SOON).toBe('true');
    await queue.keyboard.press('Digit1');
    const dialog = queue.getByRole('dialog');
    await dialog.getByLabel('Motif').fill(REASON, { timeout: SOON.timeout });
    await dialog.getByRole('button', { name: 'Confirmer pour 1', exact: true }).click({ timeout: SOON.timeout });

    const journal = await lead.page('journal');
    const line = journal.locator('tr[data-row]').filter({ hasText: REASON });
    await expect
      .poll(async () => {
        await journal.getByRole('button', { name: 'Actualiser' }).click();
        return (await line.count()) === 1 ? line.innerText() : '';
      }, SOON)
      .toContain('Au journal');
    const told = await line.innerText();
    for (const words of ['Priorité', 'Sans priorité → P1', 'Noa Mirabelle', 'Vérifiée']) expect(told).toContain(words);
    await journal.getByText(/^Chaîne vérifiée du n° /).waitFor({ timeout: SOON.timeout });
    await line.click();
    const panel = journal.getByRole('complementary', { name: 'Détail de la ligne' });
    await panel.getByText(REASON).waitFor({ timeout: SOON.timeout });
    await lead.picture('journal', 'journal-line');

    const { write } = world.service.ground.database;
    await write.updateTable('journalValue').set({ reason: 'Un autre motif' }).where('reason', '=', REASON).execute();
    const { journalNumber } = await write
      .selectFrom('journalValue')
      .select('journalNumber')
      .where('reason', '=', 'Un autre motif')
      .executeTakeFirstOrThrow();
    await journal.getByRole('button', { name: 'Actualiser' }).click();
    const alarm = journal.getByRole('alert');
    await alarm.getByText(`Chaîne rompue à la ligne n° ${journalNumber}`).waitFor({ timeout: SOON.timeout });
    await alarm.getByText('Les mots de cette ligne ne sont plus ceux qui ont été écrits.').waitFor();
    expect(await journal.getByText(/^Chaîne vérifiée/).count()).toBe(0);
    await lead.picture('journal', 'journal-broken');
    expect(await lead.errors()).toEqual([]);
  }, 240_000);
});
