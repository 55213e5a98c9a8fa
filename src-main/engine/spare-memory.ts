import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap close to what lives in it. Reading a nation makes much that lives for a moment: left to itself the heap
 * grows to three times what it holds and stays there. Measured at 200,000 candidates: 485 MB at the highest become 322,
 * for a third more processor time while the image is built and none after (PERFORMANCE: 350 MB).
 *
 * To be called before anything else is made.
 */
export function spareMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--max-semi-space-size=4');
  setFlagsFromString('--heap-growing-percent=25');
}
