import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, isChosen, NOTHING_CHOSEN, targetsOf, toggled, withPage, withRange } from './chosen.ts';

const PAGE = ['a', 'b', 'c', 'd'];
const ALL = { ids: new Set<string>(), all: { handle: 'h', count: 1_834 } };

describe('the chosen rows', () => {
  it('are counted, by name or as all that a query found', () => {
    expect(countOf(NOTHING_CHOSEN)).toBe(0);
    expect(countOf(ALL)).toBe(1_834);
    expect(isChosen(ALL, 'anything')).toBe(true);
  });

  it('lose and gain one row; taken out of "all", the rest of the page stays', () => {
    expect([...toggled(NOTHING_CHOSEN, 'b', PAGE).ids]).toEqual(['b']);
    expect([...toggled(ALL, 'b', PAGE).ids]).toEqual(['a', 'c', 'd']);
    expect(toggled(ALL, 'b', PAGE).all).toBeNull();
  });

  it('keep what other pages hold', () => {
    const other = { ids: new Set(['z']), all: null };
    expect([...withPage(other, PAGE, ['a']).ids]).toEqual(['z', 'a']);
    expect([...withRange(other, PAGE, 'd', 'c').ids]).toEqual(['z', 'c', 'd']);
  });

  it('are never more than a wire carries by name', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `m-${index}`);
    expect(withPage(NOTHING_CHOSEN, many, many).ids.size).toBe(1_000);
    expect(withRange(NOTHING_CHOSEN, many, 'm-0', 'm-2999').ids.size).toBe(1_000);
  });

  it('are, of a set drawn on the map, those of the page that it holds', () => {
    const drawn = { ids: new Set<string>(), all: { handle: 'h', count: 1_834, members: new Set(['b']) } };
    expect(PAGE.filter((id) => isChosen(drawn, id))).toEqual(['b']);
    expect([...toggled(drawn, 'c', PAGE).ids]).toEqual(['b', 'c']);
    expect(targetsOf(drawn, null)).toEqual({ type: 'handle', handle: 'h', count: 1_834 });
  });

  it('are what a decision is about; else the row looked at; else nothing', () => {
    expect(targetsOf(ALL, 'b')).toEqual({ type: 'handle', handle: 'h', count: 1_834 });
    expect(targetsOf(NOTHING_CHOSEN, 'b')).toEqual({ type: 'ids', ids: ['b'] });
    expect(targetsOf(NOTHING_CHOSEN, null)).toBeNull();
  });

  it('D2 decide nothing while "all" is being asked: a quick key never falls on the one row looked at', () => {
    expect(targetsOf({ ...NOTHING_CHOSEN, asking: true }, 'b')).toBeNull();
  });

  it('come back to what they were when a row is toggled twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...PAGE)), fc.constantFrom(...PAGE), (ids, row) => {
        const before = { ids: new Set(ids), all: null };
        const after = toggled(toggled(before, row, PAGE), row, PAGE);
        expect([...after.ids].sort()).toEqual([...ids].sort());
      }),
    );
  });
});
