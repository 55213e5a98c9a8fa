import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfPicture } from './faults-of-picture.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';
import { PICTURES_OF_NATION } from './pictures-of-nation.ts';

const held: { bench: WindowBench | null } = { bench: null };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

/** Every state that is drawn at a laptop's size; those drawn dark, dark too. */
const STATES = PICTURES_OF_NATION.filter(({ size }) => size.width === 1280);

describe('axe, contrast on, finds nothing; the page breaks no policy and writes no error', () => {
  for (const picture of STATES)
    it(picture.name, { timeout: 60_000 }, async () => {
      if (held.bench === null) throw new Error('the browser did not start');
      expect(await faultsOfPicture(held.bench, picture, picture.dark ?? false)).toEqual([]);
    });
});
