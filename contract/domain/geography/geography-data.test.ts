import { describe, expect, it } from 'vitest';
import { readShippedGeography, readShippedGeographyText } from '../../../tests/support/read-shipped-geography.ts';
import { AGENCIES, agencyOfDepartement } from './agency.ts';
import { DEPARTEMENTS, departementName } from './departement.ts';
import type { Bounds } from './geography-data.ts';
import { parseGeographyData } from './geography-data.ts';
import { MAP_FRAMES } from './map-frame.ts';

interface ShippedFeature {
  readonly properties: { readonly code: string; readonly name: string };
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

const GOOD = {
  postalCodes: {
    columns: ['postalCode', 'latitude', 'longitude', 'precision', 'departement', 'population', 'city'],
    rows: [['54000', 48.68, 6.18, 'c', '54', 100, 'Nancy']],
  },
  cityNames: { columns: ['departement', 'postalCode', 'names'], rows: [['54', '54000', ['Nancy']]] },
  departements: {
    columns: ['code', 'name', 'regionCode', 'agencyCode', 'latitude', 'longitude', 'radiusKm', 'bounds', 'population'],
    rows: [['54', 'Meurthe-et-Moselle', '44', 6, 48.8, 6.1, 20, [5, 48, 7, 49], 100]],
  },
};

const data = readShippedGeography();

describe('parseGeographyData', () => {
  it('accepts well-formed tables', () => {
    expect(parseGeographyData(GOOD).postalCodes[0]?.[6]).toBe('Nancy');
  });

  it.each<[what: string, postalCodes: unknown, message: string]>([
    ['no object', null, 'postal-codes.json: columns'],
    ['other columns', { columns: ['postalCode'], rows: [] }, 'postal-codes.json: columns'],
    ['no rows', { ...GOOD.postalCodes, rows: [] }, 'no rows'],
    ['a short row', { ...GOOD.postalCodes, rows: [['54000']] }, 'row 0 should have 7 cells'],
  ])('refuses %s', (_, postalCodes, message) => {
    expect(() => parseGeographyData({ ...GOOD, postalCodes })).toThrow(message);
  });

  it.each<[column: string, position: number, cell: string | number]>([
    ['postalCode', 0, '5400'],
    ['latitude', 1, 91],
    ['longitude', 2, '6'],
    ['precision', 3, 'x'],
    ['departement', 4, '20'],
    ['population', 5, -1],
    ['city', 6, ''],
  ])('refuses a wrong %s and says where', (column, position, cell) => {
    const row = ['54000', 48.68, 6.18, 'c', '54', 100, 'Nancy'].with(position, cell);
    const postalCodes = { ...GOOD.postalCodes, rows: [row] };
    expect(() => parseGeographyData({ ...GOOD, postalCodes })).toThrow(`row 0, ${column}: unexpected`);
  });

  it('refuses names that are not a list, bounds that are not four numbers', () => {
    const cityNames = { ...GOOD.cityNames, rows: [['54', '54000', 'Nancy']] };
    expect(() => parseGeographyData({ ...GOOD, cityNames })).toThrow(/city-names.json: row 0, names/);
    const departements = { ...GOOD.departements, rows: [GOOD.departements.rows[0]?.with(7, [1, 2, 3])] };
    expect(() => parseGeographyData({ ...GOOD, departements })).toThrow(/departements.json: row 0, bounds/);
  });
});

describe('shipped geography', () => {
  it('places 6,310 postal codes out of 6,310, in the classes that were measured', () => {
    expect(data.postalCodes).toHaveLength(6310);
    expect(new Set(data.postalCodes.map(([code]) => code)).size).toBe(6310);
    const classes = Map.groupBy(data.postalCodes, ([, , , precision]) => precision);
    expect(Object.fromEntries([...classes].map(([key, rows]) => [key, rows.length]))).toEqual({
      c: 5298,
      e: 894,
      a: 33,
      d: 85,
    });
    expect([...new Set(classes.get('d')?.map((row) => row[4]))].sort()).toEqual(['986', '987', '988']);
  });

  it('places 96 % of the people at their own commune', () => {
    const people = (rows: typeof data.postalCodes) => rows.reduce((sum, row) => sum + row[5], 0);
    expect(people(data.postalCodes)).toBeGreaterThan(68_000_000);
    expect(people(data.postalCodes.filter((row) => row[3] === 'c')) / people(data.postalCodes)).toBeGreaterThan(0.96);
  });

  it('agrees with the lists of the code on names and agencies', () => {
    expect(new Set(data.departements.map(([code]) => code))).toEqual(new Set(DEPARTEMENTS.map(({ code }) => code)));
    for (const [code, name, , agencyCode] of data.departements) {
      expect([name, agencyCode]).toEqual([departementName(code), agencyOfDepartement(code)?.code ?? null]);
    }
    const { rows } = JSON.parse(readShippedGeographyText('agencies.json')) as {
      rows: [number, string, Bounds, string[]][];
    };
    expect(rows.map(([code, region, , members]) => [code, region, members])).toEqual(
      AGENCIES.map(({ code, regionCode, departements }) => [code, regionCode, departements]),
    );
  });

  it('every point stands in the outline box of its département, give or take a generalised coast', () => {
    const boxes = new Map(shapesOf('departements.geojson').map((one) => [one.properties.code, boxOf(one)]));
    const strays = data.postalCodes.filter(([, latitude, longitude, , departement]) => {
      const [west, south, east, north] = boxes.get(departement) ?? [-180, -90, 180, 90];
      const slack = 0.05;
      return (
        longitude < west - slack || longitude > east + slack || latitude < south - slack || latitude > north + slack
      );
    });
    expect(strays).toEqual([]);
  });

  it('draws 101 départements, 18 regions and the neighbours, with closed rings', () => {
    expect(shapesOf('departements.geojson').map(({ properties }) => properties.code)).toEqual(
      DEPARTEMENTS.map(({ code }) => code).filter((code) => code.length === 2 || /^97[12346]$/.test(code)),
    );
    expect(shapesOf('regions.geojson').map(({ properties }) => properties.code)).toEqual(
      AGENCIES.map(({ regionCode }) => regionCode).sort(),
    );
    const rings = [
      ...shapesOf('departements.geojson'),
      ...shapesOf('regions.geojson'),
      ...shapesOf('voisins.geojson'),
    ].flatMap(ringsOf);
    expect(rings.filter((ring) => ring.length < 4 || String(ring[0]) !== String(ring.at(-1)))).toEqual([]);
  });

  it('each overseas frame holds the agency it is named after', () => {
    const byName = new Map(data.departements.map((row) => [row[1], row[7]]));
    for (const { label, bounds } of MAP_FRAMES.filter(({ id }) => id !== 'metropole')) {
      const [west, south, east, north] = byName.get(label) ?? [];
      expect([west, south].every((edge, axis) => (edge ?? -Infinity) >= (bounds[axis] ?? 0) - 0.2)).toBe(true);
      expect([east, north].every((edge, axis) => (edge ?? Infinity) <= (bounds[axis + 2] ?? 0) + 0.2)).toBe(true);
    }
  });

  it('weighs less than 2 MB and names its sources', () => {
    const files = [
      'postal-codes.json',
      'city-names.json',
      'departements.json',
      'agencies.json',
      'departements.geojson',
      'regions.geojson',
      'voisins.geojson',
      'ATTRIBUTIONS.md',
    ];
    const bytes = files.reduce((sum, name) => sum + Buffer.byteLength(readShippedGeographyText(name)), 0);
    expect(bytes).toBeLessThan(2_000_000);
    const attributions = readShippedGeographyText('ATTRIBUTIONS.md');
    expect(attributions).toContain('INSEE, La Poste (Licence Ouverte) ; GeoNames (CC BY 4.0) ; Natural Earth');
  });
});

function shapesOf(name: string): readonly ShippedFeature[] {
  return (JSON.parse(readShippedGeographyText(name)) as { features: ShippedFeature[] }).features;
}

function ringsOf({ geometry }: ShippedFeature): readonly (readonly (readonly number[])[])[] {
  return geometry.type === 'Polygon'
    ? (geometry.coordinates as number[][][])
    : (geometry.coordinates as number[][][][]).flat();
}

function boxOf(shape: ShippedFeature): Bounds {
  const points = ringsOf(shape).flat();
  const longitudes = points.map(([longitude = 0]) => longitude);
  const latitudes = points.map(([, latitude = 0]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}
