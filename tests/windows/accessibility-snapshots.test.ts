import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfPicture } from './faults-of-picture.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';
import { PICTURES_SNAPSHOTS } from './pictures-snapshots.ts';

const held: { bench: WindowBench | null } = { bench: null };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

/** Every state that is drawn at a laptop's size; those drawn dark, dark too. */
const STATES = PICTURES_SNAPSHOTS.filter(({ size }) => size.width === 1280);

describe('axe, contrast on, finds nothing in the windows of snapshots; no policy is broken, no error written', () => {
  for (const picture of STATES)
    it(picture.name, { timeout: 60_000 }, async () => {
      if (held.bench === null) throw new Error('the browser did not start');
      expect(await faultsOfPicture(held.bench, picture, picture.dark ?? false)).toEqual([]);
    });
});
