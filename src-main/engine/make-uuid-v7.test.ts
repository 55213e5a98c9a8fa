import { describe, expect, it } from 'vitest';
import { makeUuidV7 } from './make-uuid-v7.ts';

describe('ids of decisions', () => {
  it('are of version 7 and variant 10, time first', () => {
    const now = Date.UTC(2020, 10, 15);
    const id = makeUuidV7(now, new Uint8Array(10).fill(255));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
    expect(makeUuidV7(now) < makeUuidV7(now + 1)).toBe(true);
    expect(makeUuidV7(now)).not.toBe(makeUuidV7(now));
  });
});
