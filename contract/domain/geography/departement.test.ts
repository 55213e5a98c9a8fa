import { describe, expect, it } from 'vitest';
import { DEPARTEMENTS, departementName, parseDepartementCode } from './departement.ts';

describe('DEPARTEMENTS', () => {
  it('are 101 départements and 6 collectivities, each once', () => {
    expect(DEPARTEMENTS).toHaveLength(107);
    expect(new Set(DEPARTEMENTS.map(({ code }) => code)).size).toBe(107);
    expect(DEPARTEMENTS.filter(({ code }) => code.length === 2)).toHaveLength(96);
    expect(departementName('2B')).toBe('Haute-Corse');
  });

  it('reads back every code, in lower case and with spaces', () => {
    for (const { code } of DEPARTEMENTS) expect(parseDepartementCode(` ${code.toLowerCase()} `)).toBe(code);
  });

  it.each([
    [1, '01'],
    ['1', '01'],
    [974, '974'],
    ['2a', '2A'],
    ['20', null],
    ['00', null],
    ['', null],
    ['96', null],
    ['9741', null],
    [null, null],
    [Number.NaN, null],
  ])('reads %j as %j', (value, code) => {
    expect(parseDepartementCode(value)).toBe(code);
  });
});
