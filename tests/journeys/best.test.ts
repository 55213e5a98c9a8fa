/** The best people for many needs in one gesture, on the true service; then the people of a list, as a file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { outboxCounts, SOON } from './decide.ts';
import { placeMissions } from './place-missions.ts';

const POSTS = 6;
const PEOPLE = 8;

describe('the best people for many needs', () => {
  const held = { world: null as DeskWorld | null };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      // One, two and three posts, twice: twelve posts for eight people.
      await placeMissions(world, POSTS);
      for (let index = 0; index < PEOPLE; index += 1) await world.candidate({ lastName: `=Exemple-${index}` });
    });
  });
  afterAll(() => held.world?.dispose());

  it('F104 F111 proposes each person once, within the posts; the service takes them all; the undo takes them back', async () => {
    const { world: deskWorld } = held;
    if (deskWorld === null) throw new Error('No world');
    const proposals = () =>
      deskWorld.world.ground.database.read
        .selectFrom('proposal')
        .select(['candidateId', 'missionId', 'state'])
        .execute();
    const desk = await deskWorld.desk('Camille Aubépine');
    await desk.upToDate();
    const page = await desk.page('missions');
    await page.getByRole('button', { name: `Tout choisir (${POSTS})` }).click({ timeout: SOON.timeout });
    await expect.poll(() => page.getByRole('toolbar').innerText(), SOON).toContain(`${POSTS} missions choisies`);
    await page.getByRole('button', { name: 'Les meilleurs' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.innerText(), SOON).toContain(`${PEOPLE} changeront`);
    expect(await dialog.innerText()).toContain('4 postes ne trouvent personne.');
    await desk.picture('missions', '7-best-preview');
    await dialog.getByRole('button', { name: `Confirmer pour ${PEOPLE}` }).click();
    await expect.poll(async () => (await proposals()).length, SOON).toBe(PEOPLE);
    const made = await proposals();
    expect(new Set(made.map(({ candidateId }) => candidateId)).size).toBe(PEOPLE);
    expect(made.every(({ state }) => state === 'open')).toBe(true);
    for (const { id, headcount } of await deskWorld.world.ground.database.read
      .selectFrom('mission')
      .select(['id', 'headcount'])
      .execute()) {
      expect(made.filter(({ missionId }) => missionId === id).length).toBeLessThanOrEqual(headcount);
    }
    await expect.poll(() => outboxCounts(desk), SOON).toEqual({ waiting: 0, conflicts: 0, refused: 0 });
    await page.getByRole('button', { name: 'Annuler (Z)' }).click({ timeout: SOON.timeout });
    await expect.poll(async () => (await proposals()).every(({ state }) => state === 'withdrawn'), SOON).toBe(true);
    expect(await desk.errors()).toEqual([]);
  });

  it('S27 exports everybody in the list to a file that holds no formula', async () => {
    const { world: deskWorld } = held;
    if (deskWorld === null) throw new Error('No world');
    const desk = await deskWorld.desk('Camille Aubépine', ['candidates']);
    await desk.upToDate();
    const page = await desk.page('candidates');
    await page.getByText(`1 – ${PEOPLE} sur ${PEOPLE}`).waitFor({ timeout: SOON.timeout });
    await page.getByRole('button', { name: 'Exporter…' }).click();
    await page.getByLabel('Avec ce qui nomme les personnes').check();
    await page.getByLabel(/^Ces données nominatives quittent le poste/).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Exporter', exact: true }).click();
    await page.getByText(/^Enregistré : .*8 lignes/).waitFor({ timeout: SOON.timeout });
    const files = deskWorld.dataFolders().flatMap((folder) => {
      const exports = join(folder, 'exports');
      return readdirSync(folder).includes('exports') ? readdirSync(exports).map((name) => join(exports, name)) : [];
    });
    expect(files).toHaveLength(1);
    const lines = readFileSync(files[0] ?? '', 'utf8').split('\r\n');
    expect(lines).toHaveLength(PEOPLE + 2);
    expect(lines[0]).toContain('Nom;Prénom');
    expect(lines.filter((line) => line.includes(";'=Exemple-"))).toHaveLength(PEOPLE);
    expect(await desk.errors()).toEqual([]);
  });
});
