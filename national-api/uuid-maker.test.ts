import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commandIdSchema } from '../contract/national/commands/command.ts';
import { createUuidMaker } from './uuid-maker.ts';

describe('the maker of ids', () => {
  it('makes different, ordered UUIDs of version 7 even when the clock stands or goes back', () => {
    let now = 1_605_427_200_000;
    const makeId = createUuidMaker(() => now, randomBytes);
    const ids = Array.from({ length: 10_000 }, (_, index) => {
      if (index === 6000) now -= 5000;
      return makeId();
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    expect(ids.every((id) => commandIdSchema.safeParse(id).success && id[14] === '7')).toBe(true);
  });
});
