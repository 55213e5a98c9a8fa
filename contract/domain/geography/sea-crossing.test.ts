import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShippedGeography } from '../../../tests/support/read-shipped-geography.ts';
import { DEPARTEMENTS } from './departement.ts';
import { ISLAND_POSTAL_CODES, isSeaBetween } from './sea-crossing.ts';

const anyEnd = fc.record({
  departement: fc.constantFrom(...DEPARTEMENTS.map(({ code }) => code)),
  postalCode: fc.constantFrom('01000', ...ISLAND_POSTAL_CODES.keys()),
});

describe('isSeaBetween', () => {
  it.each([
    ['54', '29', false],
    ['2A', '2B', false],
    ['2A', '13', true],
    ['971', '972', true],
    ['971', '977', true],
    ['977', '978', true],
    ['974', '976', true],
    ['973', '75', true],
    ['974', '974', false],
  ] as const)('%s to %s: %j', (from, to, expected) => {
    expect(isSeaBetween({ departement: from }, { departement: to })).toBe(expected);
  });

  it('knows the islands inside a département by their postal code', () => {
    const ouessant = { departement: '29', postalCode: '29242' } as const;
    const grandBourg = { departement: '971', postalCode: '97112' } as const;
    expect(isSeaBetween(ouessant, { departement: '29', postalCode: '29200' })).toBe(true);
    expect(isSeaBetween(ouessant, ouessant)).toBe(false);
    expect(isSeaBetween(grandBourg, { departement: '971', postalCode: '97140' })).toBe(false);
    expect(isSeaBetween(grandBourg, { departement: '971', postalCode: '97137' })).toBe(true);
  });

  it('is the same both ways, and never between a place and itself', () => {
    fc.assert(
      fc.property(anyEnd, anyEnd, (from, to) => {
        expect(isSeaBetween(from, to)).toBe(isSeaBetween(to, from));
        expect(isSeaBetween(from, { ...from })).toBe(false);
      }),
    );
  });

  it('lists only island codes that exist', () => {
    const cities = new Map(readShippedGeography().postalCodes.map((row) => [row[0], row[6]]));
    expect(Object.fromEntries([...ISLAND_POSTAL_CODES.keys()].map((code) => [code, cities.get(code)]))).toEqual({
      17123: "Île-d'Aix",
      22870: 'Île-de-Bréhat',
      29242: 'Ouessant',
      29253: 'Île-de-Batz',
      29259: 'Île-Molène',
      29990: 'Île-de-Sein',
      56360: 'Le Palais',
      56590: 'Groix',
      56780: 'Île-aux-Moines',
      56840: "Île-d'Arz",
      85350: "L'Île-d'Yeu",
      97112: 'Grand-Bourg',
      97127: 'La Désirade',
      97134: 'Saint-Louis',
      97136: 'Terre-de-Bas',
      97137: 'Terre-de-Haut',
      97140: 'Capesterre-de-Marie-Galante',
      97615: expect.stringMatching(/^(Dzaoudzi|Pamandzi)$/),
    });
  });
});
