import { describe, expect, it } from 'vitest';
import type { AgencyCode } from './agency.ts';
import { AGENCIES, agencyOf, agencyOfDepartement, isAgencyCode, parseAgencyCode } from './agency.ts';
import { DEPARTEMENTS, NATIONAL_DESK_DEPARTEMENTS } from './departement.ts';

describe('AGENCIES', () => {
  it('are the 18 of annex 2, in order', () => {
    expect(AGENCIES.map(({ annexLabel }) => annexLabel)).toEqual([
      '1-ARS Nouvelle-Aquitaine',
      '2-ARS Normandie',
      '3-ARS Bourgogne-Franche-Comté',
      '4-ARS Bretagne',
      '5-ARS Centre-Val de Loire',
      '6-ARS Grand-Est',
      '7-ARS Corse',
      '8-ARS Guadeloupe',
      '9-ARS Guyane',
      '10-ARS Île-de-France',
      '11-ARS La Réunion',
      '12-ARS Martinique',
      '13-ARS Mayotte',
      '14-ARS Occitanie',
      '15-ARS Hauts-de-France',
      '16-ARS Pays de la Loire',
      "17-ARS Provence-Alpes-Côte d'Azur",
      '18-ARS Auvergne-Rhône-Alpes',
    ]);
    expect(agencyOf(6).label).toBe('ARS Grand-Est');
  });

  it('each département has exactly one agency, or is seen by the CCS alone', () => {
    const regulated = AGENCIES.flatMap(({ departements }) => departements);
    expect(new Set(regulated).size).toBe(regulated.length);
    expect(new Set([...regulated, ...NATIONAL_DESK_DEPARTEMENTS])).toEqual(
      new Set(DEPARTEMENTS.map(({ code }) => code)),
    );
    expect(NATIONAL_DESK_DEPARTEMENTS.map(agencyOfDepartement)).toEqual([null, null, null, null]);
  });

  it('files Saint-Barthélemy and Saint-Martin under Guadeloupe', () => {
    expect(agencyOfDepartement('977')?.code).toBe(8);
    expect(agencyOfDepartement('978')?.code).toBe(8);
    expect(agencyOfDepartement('54')?.code).toBe(6);
  });

  it.each([
    [6, '2026-11-22'],
    [8, '2026-11-21'],
    [9, '2026-11-22'],
    [11, '2026-11-22'],
    [12, '2026-11-21'],
    [13, '2026-11-22'],
  ] as const)('agency %i counts its days in its own zone: %s at 03:30 UTC', (code, today) => {
    const instant = new Date('2026-11-22T03:30:00Z');
    const { timeZone } = agencyOf(code);
    expect(instant.toLocaleDateString('sv-SE', { timeZone })).toBe(today);
  });

  it('refuses a code forced from outside', () => {
    expect(() => agencyOf(19 as AgencyCode)).toThrow(RangeError);
    expect([0, 1, 18, 19, 1.5, '6'].map(isAgencyCode)).toEqual([false, true, true, false, false, false]);
  });
});

describe('parseAgencyCode', () => {
  it('reads back every label it writes', () => {
    for (const { code, name, label, annexLabel } of AGENCIES) {
      expect([code, String(code), name, label, annexLabel, label.toUpperCase()].map(parseAgencyCode)).toEqual(
        new Array(6).fill(code),
      );
    }
  });

  it.each([
    ['6-ARS Grand Est', 6],
    ['grand est', 6],
    [' 06 - ars grand-est ', 6],
    ['ARS Ile de France', 10],
    ['17-ARS Provence-Alpes-Côte d’Azur', 17],
  ])('forgives the spelling of "%s"', (text, code) => {
    expect(parseAgencyCode(text)).toBe(code);
  });

  it.each([
    '',
    '   ',
    'ARS',
    '0',
    '19',
    '6-ARS Bretagne',
    '19-ARS Grand-Est',
    'Lorraine',
    '6 rue',
    null,
    undefined,
    6.5,
    {},
  ])('refuses %j', (value) => {
    expect(parseAgencyCode(value)).toBeNull();
  });
});
