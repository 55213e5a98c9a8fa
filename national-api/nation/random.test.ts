import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draw = (seed: number, stream: string) => {
  const random = createRandom(seed, stream);
  return Array.from({ length: 5 }, () => random.unit());
};

describe('seeded randomness', () => {
  it('repeats itself for a seed and a stream, and differs for others', () => {
    expect(draw(1, 'missions')).toEqual(draw(1, 'missions'));
    expect(draw(1, 'missions')).not.toEqual(draw(2, 'missions'));
    expect(draw(1, 'missions')).not.toEqual(draw(1, 'candidates'));
  });

  it('never changes: a seed names the same nation in every version', () => {
    const random = createRandom(1, 'fixed');
    expect([random.integer(0, 999_999), random.hex(4), random.id(0)]).toEqual([
      513_361,
      '28394f9c',
      '00000000-0000-72e4-acf8-69b5440c5a0e',
    ]);
  });

  it('spreads evenly over its bounds, both included', () => {
    const random = createRandom(3, 'dice');
    const counts = new Map<number, number>();
    for (let round = 0; round < 60_000; round += 1) {
      const face = random.integer(1, 6);
      counts.set(face, (counts.get(face) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('makes UUIDv7 that bear their time', () => {
    const id = createRandom(1, 'ids').id(Date.UTC(2020, 10, 15));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(Date.UTC(2020, 10, 15));
  });

  it('shuffles without losing anything, and refuses to pick from nothing', () => {
    const random = createRandom(1, 'shuffle');
    const items = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = random.shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((left, right) => left - right)).toEqual(items);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
