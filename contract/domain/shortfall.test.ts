import { describe, expect, it } from 'vitest';
import type { ShortfallCounts, ShortfallLimits } from './shortfall.ts';
import { SHORTFALL_LABELS, SHORTFALL_REASONS, shortfallReason } from './shortfall.ts';

const ALL: ShortfallCounts = {
  profession: 9,
  reached: 8,
  fitting: 7,
  free: 6,
  unmet: 5,
  within: 4,
  experienced: 3,
  verified: 3,
  rested: 2,
  allowed: 1,
};
const NONE: ShortfallLimits = { openingFull: false, reserve: false, onlyHigherPriorities: false };
const emptyFrom = (gate: keyof ShortfallCounts): ShortfallCounts => {
  const names = Object.keys(ALL) as (keyof ShortfallCounts)[];
  const first = names.indexOf(gate);
  return Object.fromEntries(
    names.map((name, place) => [name, place < first ? ALL[name] : 0]),
  ) as unknown as ShortfallCounts;
};

describe('why a post stays empty', () => {
  it.each([
    ['profession', 'no-candidate'],
    ['reached', 'out-of-reach'],
    ['fitting', 'requirements'],
    ['free', 'held'],
    ['unmet', 'already-met'],
    ['within', 'distance-cap'],
    ['experienced', 'experience'],
    ['verified', 'not-verified'],
    ['rested', 'solicitation-limit'],
    ['allowed', 'forbidden'],
  ] as const)('D10 nobody passes the gate %s: %s', (gate, reason) => {
    expect(shortfallReason(emptyFrom(gate), NONE)).toBe(reason);
  });

  it.each([
    ['an opening is full', { openingFull: true, reserve: true }, 'opening-full'],
    ['a region keeps its reserve', { reserve: true, onlyHigherPriorities: true }, 'reserve'],
    ['higher lanes hold everybody', { onlyHigherPriorities: true }, 'taken-by-priority'],
    ['there are simply too few', {}, 'taken-by-others'],
  ] as const)('D6 %s', (_name, limits, reason) => {
    expect(shortfallReason(ALL, { ...NONE, ...limits })).toBe(reason);
  });

  it('says each reason of the list in French', () => {
    const words = SHORTFALL_REASONS.map((reason) => SHORTFALL_LABELS[reason]);
    expect(new Set(words).size).toBe(SHORTFALL_REASONS.length);
    expect(words.every((word) => word.length > 10)).toBe(true);
  });
});
