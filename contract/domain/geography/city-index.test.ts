import { describe, expect, it } from 'vitest';
import { readShippedGeography } from '../../../tests/support/read-shipped-geography.ts';
import { createCityIndex } from './city-index.ts';

const rows = readShippedGeography().cityNames;

describe('createCityIndex', () => {
  it('finds every shipped name, in capitals and without accents, and no two names hide each other', () => {
    const cities = createCityIndex(rows);
    const lost = rows.flatMap(([departement, postalCode, names]) =>
      names.filter((name) => {
        const typed = `${name
          .normalize('NFD')
          .replace(/\p{Diacritic}/gu, '')
          .toUpperCase()} CEDEX 2`;
        const found = cities.find(departement, typed);
        return found?.name !== name || found.postalCode !== postalCode;
      }),
    );
    expect(lost).toEqual([]);
    expect(rows.flatMap(([, , names]) => names).length).toBeGreaterThan(36_000);
  });

  it('prefers the code of the town centre', () => {
    const cities = createCityIndex(rows);
    expect(cities.find('54', 'nancy')?.postalCode).toBe('54000');
    expect(cities.find('76', 'LE HAVRE')?.postalCode).toBe('76600');
  });

  it('looks only in the département asked for, and finds nothing for an empty name', () => {
    const cities = createCityIndex(rows);
    expect(cities.find('10', 'Nancy')).toBeNull();
    expect(cities.find('54', '')).toBeNull();
    expect(cities.find('54', 'CEDEX')).toBeNull();
    expect(createCityIndex([]).find('54', 'Nancy')).toBeNull();
  });
});
