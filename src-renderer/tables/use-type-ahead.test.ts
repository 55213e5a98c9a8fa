import { describe, expect, it } from 'vitest';
import { aheadIndex } from './use-type-ahead.ts';

const LABELS = ['Aide-soignant (4)', 'Ergothérapeute (2)', 'Élève infirmier (1)', 'Infirmier (9)'];

describe('typing ahead in a list of values', () => {
  it.each([
    ['a letter goes to the next value that begins with it, whatever its accents', 0, 'e', 1],
    ['the same letter again goes on', 1, 'e', 2],
    ['and around', 2, 'a', 0],
    ['more letters may stay where they are', 1, 'er', 1],
    ['a piece is found where nothing begins so', 0, 'thera', 1],
    ['nothing is found', 0, 'zz', -1],
  ] as const)('%s', (_, from, typed, at) => {
    expect(aheadIndex(LABELS, from, typed)).toBe(at);
  });

  it('finds nothing in nothing', () => {
    expect(aheadIndex([], -1, 'a')).toBe(-1);
  });
});
