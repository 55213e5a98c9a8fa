import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPARTEMENTS } from '../geography/departement.ts';
import { departementOfFiness, fictitiousFiness, hasFinessKey, parseFiness } from './finess.ts';

/** Published in the Journal officiel (GEODATA §5 and §6). */
const PUBLISHED = [
  '670780055',
  '330781196',
  '060785011',
  '970408589',
  '540002698',
  '2A0000154',
  '2B0004246',
  '2B0000038',
  '2B0005342',
  '2B0005359',
];

describe('parseFiness', () => {
  it.each(PUBLISHED)('F47 takes the published number %s without a warning', (number) => {
    expect(parseFiness(number)).toEqual({ ok: true, value: number, warnings: [] });
  });

  it.each([
    ['67 078 005 5', '670780055'],
    [' 670780055\u00a0', '670780055'],
    ['2b0004246', '2B0004246'],
    ['67.07.80.05-5', '670780055'],
  ])('reads %j as %s', (text, value) => {
    expect(parseFiness(text)).toEqual({ ok: true, value, warnings: [] });
  });

  it('F47 puts back the zero that a spreadsheet ate, and says so', () => {
    const result = parseFiness('60785011');
    expect(result).toMatchObject({ ok: true, value: '060785011' });
    expect(result.ok && result.warnings[0]).toMatch(/zéro/);
  });

  it('F47 warns of a wrong key and does not block', () => {
    const result = parseFiness('670780056');
    expect(result).toMatchObject({ ok: true, value: '670780056' });
    expect(result.ok && result.warnings).toHaveLength(1);
  });

  it.each([
    ['', /Indiquez/],
    ['60785012', /9 caractères, celui-ci en a 8/],
    ['6707800551', /celui-ci en a 10/],
    ['000780055', /département/],
    ['990780055', /département/],
    ['2C0004246', /département/],
    ['ABCDEFGHI', /département/],
  ])('F47 refuses %j in French', (text, message) => {
    const result = parseFiness(text);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.message).toMatch(message);
  });

  it('gives back its own value unchanged, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const first = parseFiness(text);
        const again = first.ok ? parseFiness(first.value) : first;
        expect(again.ok).toBe(first.ok);
        expect(again.ok && again.value).toBe(first.ok && first.value);
      }),
    );
  });
});

describe('departementOfFiness', () => {
  it.each([
    ['670780055', '67'],
    ['2A0000154', '2A'],
    ['970408589', '974'],
    ['970302022', '973'],
    ['980500003', '976'],
    ['970900000', null],
  ])('%s lies in %s', (number, departement) => {
    expect(departementOfFiness(number)).toBe(departement);
  });
});

describe('fictitiousFiness', () => {
  const served = DEPARTEMENTS.map(({ code }) => code).filter((code) => code.length === 2 || /^97[1-6]$/.test(code));

  it('is well formed, has a good key, lies in its département and never repeats', () => {
    const seen = new Set<string>();
    for (const code of served) {
      const ranks = code.length === 2 ? [0, 7, 9_999] : [0, 99, 100, 999];
      for (const rank of ranks) {
        const number = fictitiousFiness(code, rank);
        expect(parseFiness(number)).toEqual({ ok: true, value: number, warnings: [] });
        expect(hasFinessKey(number)).toBe(true);
        expect(departementOfFiness(number)).toBe(code);
        expect(seen.has(number)).toBe(false);
        seen.add(number);
      }
    }
    expect(served).toHaveLength(102);
  });

  it('keeps the 99 that marks it', () => {
    expect(fictitiousFiness('54', 7)).toMatch(/^549900/);
    expect(fictitiousFiness('974', 7)).toMatch(/^97049907/);
  });

  it.each([
    ['54', 10_000],
    ['974', 1_000],
    ['54', -1],
    ['54', 1.5],
    ['988', 0],
  ] as const)('has no room for %s, rank %d', (departement, rank) => {
    expect(() => fictitiousFiness(departement, rank)).toThrow(RangeError);
  });
});
