/** The map beside the queue and the table, on the real service: it follows, a lasso chooses, and the chosen are proposed. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { reachable, withAccount } from '../support/regulation.ts';
import { SOON } from './decide.ts';
import { inDays } from './place-missions.ts';

const METZ = { departement: '57', city: 'Metz', postalCode: '57000', latitude: 49.119, longitude: 6.176 } as const;
const TROYES = { departement: '10', city: 'Troyes', postalCode: '10000', latitude: 48.3, longitude: 4.074 } as const;
const NEAR = 40;
const FAR = 6;
/** A map is drawn in software here, beside everything else. */
const DRAWN = { timeout: 60_000 } as const;

interface Held {
  world: DeskWorld | null;
  mission: Stored<'mission'> | null;
}

describe('a morning with the map', () => {
  const held: Held = { world: null, mission: null };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      const need = { headcount: 50, startDate: inDays(3), endDate: inDays(30), precision: 'commune' } as const;
      held.mission = await world.mission({ ...need, ...METZ });
      for (let index = 0; index < NEAR + FAR; index += 1) {
        const place = index < NEAR ? { ...METZ, latitude: METZ.latitude + (index % 5) / 40 } : TROYES;
        const person = { lastName: `Noisetier-${index}`, firstName: 'Lou', endDate: null, precision: 'commune' };
        const candidate = await world.candidate({ ...person, ...place });
        await reachable(world, candidate);
      }
      await withAccount(world, held.mission);
    });
  });
  afterAll(() => held.world?.dispose());

  const settled = (page: Page) =>
    page.locator('.map-holder[data-stage="drawn"][data-settled="true"]').waitFor({ timeout: DRAWN.timeout });

  it('F125 F126 F104 chosen in the queue, shown on the map, forty people lassoed and proposed', async () => {
    const { world, mission } = held;
    if (world === null || mission === null) throw new Error('No world');
    const desk = await world.desk('Camille Aubépine', ['missions', 'candidates', 'map']);
    await desk.upToDate();
    const [queue, people, map] = [await desk.page('missions'), await desk.page('candidates'), await desk.page('map')];

    await queue.locator(`[data-row="${mission.id}"]`).click({ timeout: SOON.timeout });
    await expect
      .poll(() => map.locator('.map-counts').innerText(), DRAWN)
      .toContain(`${NEAR + FAR} personnes sur la carte`);
    await expect.poll(() => map.locator('.map-counts').innerText(), SOON).toContain(`≤ 20 km : ${NEAR}`);
    await settled(map);

    // The map came to the mission: Troyes, 170 km away, is not in view.
    await map.keyboard.press('l');
    const stage = await map.locator('.map-stage').boundingBox();
    if (stage === null) throw new Error('No map');
    const at = (x: number, y: number) => [stage.x + stage.width * x, stage.y + stage.height * y] as const;
    await map.mouse.move(...at(0.3, 0.2));
    await map.mouse.down();
    for (const [x, y] of [
      [0.7, 0.2],
      [0.7, 0.8],
      [0.3, 0.8],
    ] as const)
      await map.mouse.move(...at(x, y), { steps: 5 });
    await map.mouse.up();
    await expect
      .poll(() => map.locator('.dk-bulk').allInnerTexts(), SOON)
      .toContainEqual(expect.stringContaining(`${NEAR} personnes choisies`));
    await expect.poll(() => people.locator('tr[data-row] input:checked').count(), SOON).toBe(NEAR);

    await map.keyboard.press('p');
    await map.getByRole('button', { name: `Confirmer pour ${NEAR}`, exact: true }).click({ timeout: SOON.timeout });
    const { read } = world.world.ground.database;
    const proposed = async () =>
      (await read.selectFrom('proposal').select('id').where('missionId', '=', mission.id).execute()).length;
    await expect.poll(proposed, DRAWN).toBe(NEAR);
    await desk.picture('map', 'map-proposed');
    expect(await desk.errors()).toEqual([]);
  }, 240_000);

  it('F125 filters in the table, and the map counts the same', async () => {
    const { world } = held;
    if (world === null) throw new Error('No world');
    const desk = await world.desk('Ariel Cèdre', ['candidates', 'map']);
    await desk.upToDate();
    const [people, map] = [await desk.page('candidates'), await desk.page('map')];
    const counts = () => map.locator('.map-counts').innerText();
    await expect.poll(counts, DRAWN).toContain(`${NEAR + FAR} personnes sur la carte`);
    await people.getByRole('textbox', { name: 'Rechercher ( / )' }).fill('troyes');
    await expect.poll(counts, SOON).toContain(`${FAR} personnes sur la carte`);
    await map.getByRole('searchbox').fill('');
    await expect.poll(() => people.getByRole('textbox', { name: 'Rechercher ( / )' }).inputValue(), SOON).toBe('');
    expect(await desk.errors()).toEqual([]);
  }, 240_000);
});
