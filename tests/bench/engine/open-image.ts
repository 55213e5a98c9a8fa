/** A base with as many invented rows as the nation's size says, and the engine's image over it. */
import { join } from 'node:path';
import { createRowSource } from '../../../src-main/engine/row-source.ts';
import { DeskImage } from '../../../src-main/engine/tables/desk-image.ts';
import type { Store } from '../../../src-main/store/store.ts';
import { openStore } from '../../../src-main/store/store.ts';
import type { CaseInput } from '../bench-case.ts';
import { fillBase } from '../engine-rows.ts';

/** A morning of the second wave. */
export const IMAGE_NOW = Date.parse('2020-11-15T10:00:00Z');

const ROWS = {
  demo: { candidates: 24_000, missions: 2_400 },
  region: { candidates: 20_000, missions: 2_000 },
  nation: { candidates: 200_000, missions: 20_000 },
} as const;

export function rowsOf({ size, scale }: Pick<CaseInput, 'size' | 'scale'>): { candidates: number; missions: number } {
  const { candidates, missions } = ROWS[size];
  return { candidates: Math.ceil(candidates * scale), missions: Math.ceil(missions * scale) };
}

export function openBenchStore(folder: string): Store {
  return openStore(join(folder, 'base.sqlite'), new Uint8Array(32).fill(7), { personId: 'bench' });
}

export function openFilledStore(input: CaseInput): Store {
  const store = openBenchStore(input.folder);
  fillBase(store, rowsOf(input));
  return store;
}

export interface BuiltImage {
  readonly image: DeskImage;
  /** Milliseconds until the missions, and everything, were there. */
  readonly missionsAfter: number;
  readonly allAfter: number;
}

export async function buildImage(store: Store): Promise<BuiltImage> {
  const start = performance.now();
  const image = new DeskImage({
    source: createRowSource(store),
    clock: () => IMAGE_NOW,
    turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
    tell: () => {},
    onFault: (error) => {
      throw error;
    },
  });
  await image.loaded('mission');
  const missionsAfter = performance.now() - start;
  await image.loaded('candidate');
  return { image, missionsAfter, allAfter: performance.now() - start };
}
