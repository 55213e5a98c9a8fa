/** UUIDs of version 7 (RFC 9562): time first, so that ids sort as they were made; never twice the same in a process. */
import type { Clock } from '../contract/domain/instant.ts';

/** Twelve bits of order within a millisecond. */
const MOST_IN_ONE_MILLISECOND = 0xfff;

/**
 * @example
 * const makeId = createUuidMaker(() => Date.now(), (count) => randomBytes(count));
 * makeId(); // '0175c9a0-1c00-7000-8a1b-…'
 */
export function createUuidMaker(clock: Clock, randomBytes: (count: number) => Uint8Array): () => string {
  let last = 0;
  let order = 0;
  return () => {
    const now = Math.max(last, Math.floor(clock()));
    order = now === last ? order + 1 : 0;
    // More than 4,096 in a millisecond borrow from the next one: order is kept, the time is told a little late.
    const overflow = order > MOST_IN_ONE_MILLISECOND;
    last = overflow ? now + 1 : now;
    if (overflow) order = 0;
    const random = Buffer.from(randomBytes(8));
    random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
    const time = last.toString(16).padStart(12, '0');
    const tail = random.toString('hex');
    const counter = order.toString(16).padStart(3, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}
