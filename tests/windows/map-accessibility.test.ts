import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfPicture } from './faults-of-picture.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';
import { PICTURES_MAP } from './pictures-map.ts';

const held: { bench: WindowBench | null } = { bench: null };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

/** At a laptop's size, and at 200 % of it: the wall draws the same, and these show every part light, and dark. */
const NAMES = ['map', 'map-mission', 'map-mission-dark', 'map-balance', 'map-balance-dark', 'map-beside'];
const MORE = ['map-card', 'map-popup', 'map-lasso', 'map-none', 'map-zoomed'];
const STATES = PICTURES_MAP.filter(({ name }) => [...NAMES, ...MORE].includes(name));

it('draws every state that it names', () => {
  expect(STATES).toHaveLength(NAMES.length + MORE.length);
});

describe('the map: axe, contrast on, finds nothing; the page breaks no policy and writes no error', () => {
  it.each(STATES.map((picture) => [picture.name, picture] as const))('%s', { timeout: 240_000 }, async (_, picture) => {
    if (held.bench === null) throw new Error('the browser did not start');
    expect(await faultsOfPicture(held.bench, picture, picture.dark === true)).toEqual([]);
  });
});
