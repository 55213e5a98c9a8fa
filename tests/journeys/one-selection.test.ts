/** One mission chosen, and queue, board, map and people all go there; each of them pinned stays, and follows again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { SOON } from './decide.ts';
import { inDays } from './place-missions.ts';

const TOWNS = [
  { departement: '57', city: 'Metz', postalCode: '57000', latitude: 49.119, longitude: 6.176, people: 3 },
  { departement: '10', city: 'Troyes', postalCode: '10000', latitude: 48.3, longitude: 4.074, people: 5 },
  { departement: '67', city: 'Strasbourg', postalCode: '67000', latitude: 48.58, longitude: 7.75, people: 2 },
] as const;
/** A map is drawn in software here, beside everything else. */
const DRAWN = { timeout: 60_000, interval: 150 } as const;

type Followed = 'queue' | 'board' | 'map' | 'people';

describe('one selection for four windows', () => {
  const held = { world: null as DeskWorld | null, missions: [] as Stored<'mission'>[] };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      for (const { people, ...place } of TOWNS) {
        const establishment = await world.establishment({ ...place, name: `EHPAD de démonstration – ${place.city}` });
        const need = { headcount: 2, startDate: inDays(3), endDate: inDays(30), ...place };
        held.missions.push(
          await world.mission({ ...need, establishmentId: establishment.id, establishmentName: establishment.name }),
        );
        for (let index = 0; index < people; index += 1) await world.candidate({ ...place, endDate: null });
      }
    });
  });
  afterAll(() => held.world?.dispose());

  it('UX map, board and people go where the queue goes; a pinned window stays, neither hears nor moves the others', {
    timeout: 300_000,
  }, async () => {
    const { world: deskWorld, missions } = held;
    if (deskWorld === null) throw new Error('No world');
    const desk = await deskWorld.desk('Camille Aubépine', ['missions', 'board', 'map', 'candidates']);
    await desk.upToDate();
    const pages: Readonly<Record<Followed, Page>> = {
      queue: await desk.page('missions'),
      board: await desk.page('board'),
      map: await desk.page('map'),
      people: await desk.page('candidates'),
    };
    const town = (at: number) => {
      const [mission, place] = [missions[at], TOWNS[at]];
      if (mission === undefined || place === undefined) throw new Error('No such town');
      return { id: mission.id, name: mission.establishmentName, people: place.people };
    };
    /** Does that window show that mission: by its row, its card, its words and what it counts. */
    const shows: Readonly<Record<Followed, (at: number) => Promise<boolean>>> = {
      queue: async (at) => {
        const { id, name } = town(at);
        const isLooked = (await pages.queue.locator(`tr[data-row="${id}"][data-looked="true"]`).count()) === 1;
        return isLooked && (await pages.queue.locator('aside').innerText()).includes(name);
      },
      board: async (at) =>
        (await pages.board.locator(`[data-card="${town(at).id}"][data-looked="true"][data-cursor="true"]`).count()) ===
        1,
      map: async (at) => {
        const { name, people } = town(at);
        const [subject, counts] = [pages.map.locator('.map-subject'), pages.map.locator('.map-counts')];
        return (await subject.innerText()).includes(name) && (await counts.innerText()).includes(`≤ 20 km : ${people}`);
      },
      people: async (at) =>
        (await pages.people.getByRole('region', { name: 'Pour la mission' }).innerText()).includes(town(at).name),
    };
    const allShow = async (where: Partial<Record<Followed, number>>) => {
      for (const name of ['queue', 'board', 'people', 'map'] as const) {
        const at = where[name];
        if (at === undefined) continue;
        await expect.poll(() => shows[name](at), { ...DRAWN, message: `${name} on ${town(at).name}` }).toBe(true);
      }
    };
    const choose = async (at: number) => {
      await pages.queue.locator(`tr[data-row="${town(at).id}"]`).click({ timeout: SOON.timeout });
    };
    const pin = async (name: Followed, on: boolean) => {
      await pages[name].keyboard.press('g');
      const words = pages[name].getByText(/Fenêtre épinglée/);
      if (on) await words.waitFor({ timeout: SOON.timeout });
      else await words.waitFor({ state: 'detached', timeout: SOON.timeout });
    };

    await choose(0);
    await allShow({ queue: 0, board: 0, map: 0, people: 0 });
    await desk.picture('map', '9-selection-map');
    await desk.picture('board', '9-selection-board');
    await choose(1);
    await allShow({ queue: 1, board: 1, map: 1, people: 1 });

    // Each of the three that follow, pinned: it alone stays where it was, and comes when it is let go.
    const followers = ['board', 'map', 'people'] as const;
    for (const [turn, pinned] of followers.entries()) {
      const [from, to] = [(turn + 1) % 3, (turn + 2) % 3];
      await pin(pinned, true);
      await choose(to);
      await allShow({ queue: to, board: to, map: to, people: to, [pinned]: from });
      await pin(pinned, false);
      await allShow({ [pinned]: to });
    }

    // The queue, pinned, stays while the board leads the others; looking elsewhere in it moves nobody.
    await pin('queue', true);
    await pages.board.locator(`[data-card="${town(2).id}"]`).click({ timeout: SOON.timeout });
    await allShow({ queue: 1, board: 2, map: 2, people: 2 });
    await choose(0);
    await allShow({ queue: 0, board: 2, map: 2, people: 2 });
    await pin('queue', false);
    await allShow({ queue: 2, board: 2, map: 2, people: 2 });
    expect(await desk.errors()).toEqual([]);
  });
});
