import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShippedGeography } from '../../../tests/support/read-shipped-geography.ts';
import { agencyOfDepartement } from './agency.ts';
import { DEPARTEMENTS } from './departement.ts';
import { distanceKm } from './distance.ts';
import type { LocatedPlace } from './places.ts';
import { createPlaces } from './places.ts';

const data = readShippedGeography();
const places = createPlaces(data);

function located(postalCode: string, city?: string): LocatedPlace {
  const place = places.locate(postalCode, city);
  if (place.precision === 'unknown') throw new Error(`${postalCode} ${city} was not placed`);
  return place;
}

describe('locate, known postal codes', () => {
  it.each([
    ['54000', 48.69, 6.18],
    ['10000', 48.3, 4.08],
    ['59000', 50.63, 3.06],
    ['44000', 47.22, -1.55],
    ['97300', 4.93, -52.33],
    ['97600', -12.78, 45.23],
    ['20000', 41.93, 8.74],
    ['97400', -20.88, 55.45],
    ['97110', 16.24, -61.53],
    ['97200', 14.61, -61.07],
    ['75014', 48.83, 2.33],
    ['69003', 45.76, 4.85],
    ['13008', 43.27, 5.38],
    ['33000', 44.84, -0.58],
    ['29200', 48.39, -4.49],
    ['67000', 48.58, 7.75],
    ['20200', 42.7, 9.45],
    ['97500', 46.78, -56.18],
  ])('F126 %s is within 2.5 km of the town', (postalCode, latitude, longitude) => {
    const place = located(postalCode);
    expect(place).toMatchObject({ rule: 'exact', precision: 'commune', radiusKm: 3 });
    expect(distanceKm(place, { latitude, longitude })).toBeLessThan(2.5);
  });

  it.each([
    ['97133', '977', 8],
    ['97150', '978', 8],
    ['97100', '971', 8],
    ['20000', '2A', 7],
    ['20200', '2B', 7],
    ['20620', '2B', 7],
    ['97500', '975', null],
    ['98799', '987', null],
    ['98800', '988', null],
    ['01410', '01', 18],
    ['52100', '52', 6],
    ['42620', '42', 18],
    ['75116', '75', 10],
    ['01000', '01', 18],
  ])('%s is in département %s, agency %j, by the table and not by its digits', (postalCode, departement, agency) => {
    expect(located(postalCode)).toMatchObject({ departement, agency, rule: 'exact' });
  });

  it('every known code is placed exactly, and its agency is that of its département', () => {
    for (const postalCode of places.postalCodes) {
      const place = located(postalCode);
      expect(place.rule).toBe('exact');
      expect(place.agency).toBe(agencyOfDepartement(place.departement)?.code ?? null);
      expect(place.radiusKm).toBeGreaterThan(0);
    }
  });

  it('the city as typed never moves a known code', () => {
    expect(places.locate('54000', 'MARSEILLE CEDEX 05')).toEqual(places.locate('54000'));
  });

  it('says how rough a rough point is', () => {
    const precisions = Map.groupBy(
      places.postalCodes.map((code) => located(code)),
      ({ precision }) => precision,
    );
    expect(new Set(precisions.get('epci')?.map(({ radiusKm }) => radiusKm))).toEqual(new Set([12]));
    expect(new Set(precisions.get('arrondissement')?.map(({ radiusKm }) => radiusKm))).toEqual(new Set([25]));
    expect(Math.min(...(precisions.get('departement') ?? []).map(({ radiusKm }) => radiusKm))).toBeGreaterThan(0);
  });
});

describe('locate, CEDEX codes of hospitals', () => {
  it.each([
    ['54035', 'NANCY CEDEX', 48.685, 6.192],
    ['54511', 'VANDOEUVRE LES NANCY CEDEX', 48.649, 6.148],
    ['59037', 'LILLE CEDEX', 50.612, 3.034],
    ['44093', 'NANTES CEDEX 1', 47.209, -1.554],
    ['10003', 'TROYES CEDEX', 48.3, 4.1],
    ['67091', 'STRASBOURG CEDEX', 48.576, 7.753],
    ['33404', 'TALENCE CEDEX', 44.826, -0.607],
    ['13385', 'MARSEILLE CEDEX 05', 43.29, 5.402],
    ['75651', 'PARIS CEDEX 13', 48.838, 2.365],
    ['94010', 'CRETEIL CEDEX', 48.798, 2.452],
    ['97306', 'CAYENNE CEDEX', 4.927, -52.321],
    ['97261', 'FORT DE FRANCE CEDEX', 14.619, -61.048],
    ['97159', 'POINTE A PITRE CEDEX', 16.243, -61.528],
    ['97405', 'ST DENIS CEDEX', -20.894, 55.459],
    ['97448', 'ST PIERRE CEDEX', -21.322, 55.486],
    ['20303', 'AJACCIO CEDEX', 41.927, 8.736],
    ['20604', 'BASTIA CEDEX', 42.664, 9.437],
    ['31059', 'TOULOUSE CEDEX 9', 43.61, 1.399],
    ['69495', 'PIERRE BENITE CEDEX', 45.697, 4.821],
    ['38043', 'GRENOBLE CEDEX 9', 45.203, 5.742],
    ['80054', 'AMIENS CEDEX 1', 49.874, 2.263],
    ['51092', 'REIMS CEDEX', 49.226, 4.023],
    ['21079', 'DIJON CEDEX', 47.322, 5.067],
    ['29609', 'BREST CEDEX', 48.4, -4.524],
    ['06003', 'NICE CEDEX 1', 43.715, 7.283],
  ])('%s %s is within 5 km of the hospital', (postalCode, city, latitude, longitude) => {
    expect(distanceKm(located(postalCode, city), { latitude, longitude })).toBeLessThan(5);
  });

  it.each([
    ['75651', 'PARIS CEDEX 13', 'arrondissement', 'Paris 13e'],
    ['13385', 'Marseille Cedex 05', 'arrondissement', 'Marseille 5e'],
    ['69437', 'LYON CEDEX 03', 'arrondissement', 'Lyon 3e'],
    ['69495', 'PIERRE BENITE CEDEX', 'city-name', 'Pierre-Bénite'],
    ['20604', 'BASTIA CEDEX', 'city-name', 'Bastia'],
    ['75999', 'PARIS', 'city-name', 'Paris'],
    ['69999', 'LYON CEDEX 20', 'city-name', 'Lyon'],
    ['59999', 'LILLE CEDEX 3', 'city-name', 'Lille'],
  ])('%s %s: rule %s, %s', (postalCode, city, rule, name) => {
    expect(located(postalCode, city)).toMatchObject({ rule, city: name });
  });
});

describe('locate, codes that cannot be placed finely', () => {
  it('falls back on the département, and says so', () => {
    const place = located('54999', 'NULLE-PART');
    expect(place).toMatchObject({
      rule: 'departement',
      precision: 'departement',
      city: null,
      departement: '54',
      agency: 6,
    });
    expect(place.radiusKm).toBeGreaterThan(10);
    expect(located('97499')).toMatchObject({ departement: '974', agency: 11 });
    expect(located('97599')).toMatchObject({ departement: '975', agency: null });
  });

  it('a city of another département does not move the place', () => {
    expect(located('54999', 'Troyes')).toMatchObject({ rule: 'departement', departement: '54' });
  });

  it('Corsica: the digits tell when they can, the agency is known in any case', () => {
    expect(located('20299')).toMatchObject({ departement: '2B', agency: 7, rule: 'departement' });
    expect(places.locate('20399')).toMatchObject({ precision: 'unknown', departement: null, agency: 7 });
  });

  it.each(['', 'abc', '99100', '98000', '00100', '5400000'])('"%s" is unknown and keeps no agency', (postalCode) => {
    expect(places.locate(postalCode, 'Nancy')).toMatchObject({ precision: 'unknown', latitude: null, agency: null });
  });

  it('never throws, whatever is typed', () => {
    const code = fc.oneof(
      fc.string(),
      fc.integer({ min: 0, max: 99_999 }).map((n) => String(n).padStart(5, '0')),
    );
    const city = fc.oneof(fc.string(), fc.constantFrom('PARIS CEDEX 99', 'Lyon 0', 'CEDEX', 'Saint'));
    fc.assert(
      fc.property(code, city, (postalCode, name) => {
        const place = places.locate(postalCode, name);
        expect(place.precision === 'unknown' || Math.abs(place.latitude) <= 90).toBe(true);
      }),
    );
  });
});

describe('draw', () => {
  it('draws only in the département asked for, and the same place for the same number', () => {
    const departement = fc.constantFrom(...DEPARTEMENTS.map(({ code }) => code));
    const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(departement, unit, (code, at) => {
        const place = places.draw(code, at);
        expect(place.departement).toBe(code);
        expect(places.draw(code, at)).toEqual(place);
        expect(places.locate(place.postalCode)).toMatchObject({ city: place.city, latitude: place.latitude });
      }),
    );
  });

  it('draws as people live: Paris 15e more often than Paris 1er', () => {
    const drawn = Array.from({ length: 1000 }, (_, index) => places.draw('75', index / 1000).postalCode);
    const times = (code: string) => drawn.filter((one) => one === code).length;
    expect(times('75015')).toBeGreaterThan(5 * times('75001'));
    expect(times('75001')).toBeGreaterThan(0);
  });

  it('knows how many people live in a département', () => {
    expect(places.populationOf('59')).toBeGreaterThan(2_500_000);
    expect(places.populationOf('48')).toBeLessThan(80_000);
    for (const { code } of DEPARTEMENTS) expect(places.populationOf(code)).toBeGreaterThan(500);
  });

  it('refuses a département that has no postal code', () => {
    const nothing = createPlaces({ postalCodes: [], cityNames: [], departements: [] });
    expect(() => nothing.draw('54', 0)).toThrow('No postal code in département 54');
  });
});
