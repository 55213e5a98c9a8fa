import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BalanceCell } from '../../../contract/app/nation-contract.ts';
import { levelOf } from './heat-level.ts';
import { heatTable } from './heat-table.ts';

const cell = (place: BalanceCell['place'], profession: string, posts: number, free: number): BalanceCell => ({
  ...{ place, profession, posts, free, missions: posts === 0 ? 0 : 1, engaged: 0 },
  tension: Math.round((posts / (free + 1)) * 100) / 100,
});

describe('the balance as a table', () => {
  it('puts the tensest professions first, those that ask for nobody last, and leaves empty places out', () => {
    const cells = [cell(6, 'a', 4, 9), cell(4, 'b', 9, 0), cell(6, 'c', 0, 7)];
    const table = heatTable(cells, [4, 6, 10]);
    expect(table.professions).toEqual(['b', 'a', 'c']);
    expect(table.places).toEqual([4, 6]);
    expect(table.cell(10, 'b')).toMatchObject({ posts: 0, free: 0 });
    expect(table.whole).toMatchObject({ posts: 13, free: 16, tension: 0.76 });
  });

  it('sums the same by place and by profession, whatever the cells', () => {
    const cellArb = fc.record({
      place: fc.constantFrom<BalanceCell['place'][]>(4, 6, null),
      profession: fc.constantFrom('a', 'b', 'c'),
      posts: fc.nat(50),
      free: fc.nat(50),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(cellArb, { selector: ({ place, profession }) => `${place} ${profession}` }),
        (drawn) => {
          const table = heatTable(
            drawn.map(({ place, profession, posts, free }) => cell(place, profession, posts, free)),
            [4, 6, null],
          );
          const over = <Key>(keys: readonly Key[], of: (key: Key) => { posts: number; free: number }) =>
            keys.reduce((all, key) => [all[0] + of(key).posts, all[1] + of(key).free] as [number, number], [0, 0] as [
              number,
              number,
            ]);
          expect(over([4, 6, null], table.ofPlace)).toEqual([table.whole.posts, table.whole.free]);
          expect(over(['a', 'b', 'c'], table.ofProfession)).toEqual([table.whole.posts, table.whole.free]);
        },
      ),
    );
  });

  it.each([
    [0, 0, 0],
    [1, 9, 1],
    [5, 9, 2],
    [10, 9, 3],
    [30, 9, 4],
  ])('%i posts for %i free people is level %i', (posts, free, level) => {
    expect(levelOf(cell(6, 'a', posts, free))).toBe(level);
  });
});
