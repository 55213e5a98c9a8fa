import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsToCut } from './parts-to-cut.ts';

describe('names cut in their middle', () => {
  it.each([
    ['CHU de Nancy', 'CHU de Nancy', ''],
    ['EHPAD de démonstration – Les Érables', 'EHPAD de démonstration', ' – Les Érables'],
    ['Centre hospitalier intercommunal de Saint-Dié', 'Centre hospitalier intercommunal', ' de Saint-Dié'],
    ['Établissementsansaucunblancniaucuntiretdutout', 'Établissementsansaucunblancniaucuntiretdutout', ''],
  ])('%s', (text, beginning, end) => {
    expect(partsToCut(text)).toEqual([beginning, end]);
  });

  it('lose no letter', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        expect(partsToCut(text).join('')).toBe(text);
      }),
    );
  });
});
