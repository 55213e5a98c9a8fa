/** A cell's state, taken from a real workstation and read again under its banner, while the present goes on beside. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { SOON } from './decide.ts';
import { placeMissions } from './place-missions.ts';

const PATIENT = { timeout: 60_000, interval: 250 } as const;
const PASSPHRASE = 'quatre mots tirés au hasard';

describe('a snapshot', () => {
  const held = { world: null as DeskWorld | null };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      await placeMissions(world, 24);
      for (let index = 0; index < 30; index += 1)
        await world.candidate({ lastName: `Canari${index}`, firstName: 'Alix' });
    });
  });
  afterAll(() => held.world?.dispose());

  it('D8 is exported, refused without its phrase, read again, compared with now, and archived as the day’s point', async () => {
    const { world } = held;
    if (world === null) throw new Error('No world');
    const desk = await world.desk('Camille Aubépine', ['snapshots', 'review', 'regulation-point']);
    await desk.upToDate();

    const taking = await desk.page('snapshots');
    await taking.getByLabel('Destinataires, un par ligne').fill('Équipe de nuit');
    await taking.getByLabel('Nom de la série').fill('Cellule');
    await taking.getByLabel(/^Phrase secrète \(/).fill(PASSPHRASE);
    await taking.getByRole('button', { name: 'Exporter…' }).click();
    await taking.getByRole('button', { name: 'Enregistrer le fichier…' }).click({ timeout: PATIENT.timeout });
    await taking.getByText('Fichier enregistré.').waitFor({ timeout: SOON.timeout });
    await desk.picture('snapshots', 'snapshot-exported');

    const exports = world.dataFolders().map((folder) => join(folder, 'exports'));
    const files = exports.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
    const file = files.find((path) => path.endsWith('.renfort'));
    if (file === undefined) throw new Error(`No snapshot among ${files.join(', ')}`);

    const reading = await desk.page('review');
    await reading.locator('input[type="file"]').setInputFiles(file);
    await reading
      .getByRole('alert')
      .getByText('a été scellé pour quelqu’un d’autre')
      .waitFor({ timeout: PATIENT.timeout });
    await reading.getByLabel(/^Phrase secrète/).fill(PASSPHRASE);
    await reading.getByRole('button', { name: 'Ouvrir avec cette phrase secrète' }).click();
    await reading.getByText(/Signature vérifiée : Ce poste/).waitFor({ timeout: PATIENT.timeout });
    await desk.picture('review', 'snapshot-open');

    await reading.getByRole('button', { name: 'Missions', exact: true }).click();
    const queue = await desk.page('missions');
    await queue.getByRole('region', { name: 'Relecture d’un instantané' }).waitFor({ timeout: PATIENT.timeout });
    await expect.poll(() => queue.locator('tr[data-row]').count(), PATIENT).toBe(24);
    await desk.picture('missions', 'snapshot-queue');
    await reading.getByRole('button', { name: 'Volontaires', exact: true }).click();
    const people = await desk.page('candidates');
    await expect.poll(() => people.locator('tr[data-row]').count(), PATIENT).toBeGreaterThan(20);
    expect(await people.locator('body').innerText()).not.toContain('Canari');
    await desk.picture('candidates', 'snapshot-people');

    await reading.getByRole('tab', { name: 'Comparer' }).click();
    await reading.getByRole('button', { name: 'Comparer' }).click();
    await reading.getByText('Aucun changement.').waitFor({ timeout: PATIENT.timeout });

    const point = await desk.page('regulation-point');
    await point.getByText(/missions ouvertes demandent/).waitFor({ timeout: SOON.timeout });
    await point.getByRole('button', { name: 'Archiver ce point' }).click();
    await point.getByText('Point archivé, signé et scellé sur ce poste.').waitFor({ timeout: PATIENT.timeout });
    await desk.picture('regulation-point', 'snapshot-point');
    expect(await desk.errors()).toEqual([]);
  }, 240_000);
});
