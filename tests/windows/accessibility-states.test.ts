import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfPicture } from './faults-of-picture.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';
import { PICTURES_OF_STATES } from './pictures-of-states.ts';

const held: { bench: WindowBench | null } = { bench: null };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

describe('axe, contrast on, finds nothing in any state; the page breaks no policy and writes no error', () => {
  for (const picture of PICTURES_OF_STATES)
    it(picture.name, { timeout: 60_000 }, async () => {
      if (held.bench === null) throw new Error('the browser did not start');
      expect(await faultsOfPicture(held.bench, picture, picture.dark ?? false)).toEqual([]);
    });
});
