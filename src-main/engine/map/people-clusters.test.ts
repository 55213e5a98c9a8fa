import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapView } from '../../../contract/app/map-contract.ts';
import type { MapPerson } from '../../../tests/support/map-people.ts';
import { inventMapPeople, mapPeopleTable, writeMapPerson } from '../../../tests/support/map-people.ts';
import { randomFrom } from '../../../tests/support/seeded-random.ts';
import { withinArea } from './area-mask.ts';
import { gridOf } from './grid.ts';
import { clusterPeople } from './people-clusters.ts';
import { PlacedPoints } from './placed-points.ts';

const RADII: Readonly<Record<string, number>> = { commune: 0, epci: 12, arrondissement: 25, departement: 50 };
const FRANCE: MapView = { west: -5, south: 41, east: 10, north: 51.5, level: 8 };

/** Degrees to cells, in other words than the engine's: by the hyperbolic form of the projection. */
function cellOf({ latitude, longitude }: MapPerson, across: number): string | null {
  if (latitude === null || longitude === null) return null;
  const angle = (latitude * Math.PI) / 180;
  const column = Math.floor(((longitude + 180) / 360) * across);
  const row = Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * across);
  return `${column} ${row}`;
}

function statusOf({
  engagement,
  availability,
}: MapPerson): 'assigned' | 'contacted' | 'proposed' | 'unavailable' | 'free' {
  if (engagement === 'assigned' || engagement === 'contacted' || engagement === 'proposed') return engagement;
  return availability === 'unavailable' ? 'unavailable' : 'free';
}

const viewArb: fc.Arbitrary<MapView> = fc
  .record({
    west: fc.double({ min: -5, max: 5, noNaN: true }),
    south: fc.double({ min: 41, max: 46, noNaN: true }),
    wide: fc.double({ min: 0.5, max: 8, noNaN: true }),
    high: fc.double({ min: 0.5, max: 6, noNaN: true }),
    level: fc.integer({ min: 5, max: 13 }),
  })
  .map(({ west, south, wide, high, level }) => ({ west, south, east: west + wide, north: south + high, level }));

describe('people as clusters', () => {
  const people = inventMapPeople(randomFrom(11), 700);
  const table = mapPeopleTable(people);
  const points = new PlacedPoints();

  it('F125 counts everybody of the mask once, by status and place, as person by person', () => {
    fc.assert(
      fc.property(viewArb, fc.integer({ min: 1, max: 5 }), (view, every) => {
        const mask = new Uint8Array(table.image.extent);
        const kept = people.filter((_, index) => index % every === 0);
        for (const { id } of kept) mask[table.image.slotOf(id) ?? 0] = 1;
        const { clusters, total, unplaced } = clusterPeople(table, points, mask, view);
        const window = gridOf(view);
        const cells = new Map<string, MapPerson[]>();
        for (const person of kept) {
          const cell = cellOf(person, window.across);
          if (cell !== null) cells.set(cell, [...(cells.get(cell) ?? []), person]);
        }
        expect([total, unplaced]).toEqual([kept.length, kept.filter(({ latitude }) => latitude === null).length]);
        const told = clusters.cells.flat().map(([column, row]) => `${column} ${row}`);
        expect(new Set(told).size).toBe(told.length);
        const inWindow = [...cells.keys()].filter((cell) => {
          const [column = 0, row = 0] = cell.split(' ').map(Number);
          const [right, down] = [column - window.column, row - window.row];
          return right >= 0 && right < window.width && down >= 0 && down < window.height;
        });
        expect([...told].sort()).toEqual([...inWindow].sort());
        clusters.cells.forEach((members, index) => {
          const there = members.flatMap(([column, row]) => cells.get(`${column} ${row}`) ?? []);
          const count = there.length;
          expect(clusters.counts[index]).toBe(count);
          for (const status of ['assigned', 'contacted', 'proposed', 'unavailable', 'free'] as const) {
            expect(clusters[status][index]).toBe(there.filter((person) => statusOf(person) === status).length);
          }
          const radii = there.map(({ precision }) => RADII[precision] ?? 0);
          expect(clusters.approximate[index]).toBe(radii.filter((radius) => radius > 0).length);
          expect(clusters.radiiKm[index]).toBe(Math.max(...radii));
          const mean = there.reduce((sum, { longitude }) => sum + (longitude ?? 0), 0) / count;
          expect(clusters.longitudes[index]).toBeCloseTo(mean, 9);
          expect(clusters.ids[index]).toBe(count === 1 ? there[0]?.id : null);
          const places = new Set(there.map(({ latitude, longitude }) => `${latitude} ${longitude}`));
          if (clusters.together[index]) expect(places.size).toBe(1);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('names the town of more than half of a cell', () => {
    const here = { latitude: 48.69, longitude: 6.18, precision: 'commune', engagement: 'none' };
    const one = { ...here, availability: 'available', departement: '54', profession: 'aide-soignant' };
    const crowd = [
      ...Array.from({ length: 4 }, (_, index) => ({
        ...one,
        id: `o-${index}`,
        latitude: 48.7,
        city: `Autre ${index}`,
      })),
      ...Array.from({ length: 5 }, (_, index) => ({ ...one, id: `n-${index}`, city: 'Nancy' })),
    ];
    const small = mapPeopleTable(crowd);
    const { clusters } = clusterPeople(small, new PlacedPoints(), new Uint8Array(9).fill(1), FRANCE);
    expect(clusters.places).toEqual(['Nancy (54)']);
    expect(clusters.together).toEqual([false]);
  });

  it('the cells of a cluster, asked as an area, hold whom it counted', () => {
    const mask = new Uint8Array(table.image.extent).fill(1);
    const { clusters } = clusterPeople(table, points, mask, FRANCE);
    clusters.cells.forEach((cells, index) => {
      const area = { type: 'cells' as const, level: clusters.level, cells };
      const inside = withinArea(table.terms, points, mask, area);
      expect(inside.reduce((sum, one) => sum + one, 0)).toBe(clusters.counts[index]);
    });
  });

  it('moves somebody whose place changed, and leaves out whose place became unknown', () => {
    const moved = mapPeopleTable(people.slice(0, 2));
    const places = new PlacedPoints();
    const [one, other] = [people[0], people[1]];
    if (one === undefined || other === undefined) throw new Error('no people');
    const look = () => clusterPeople(moved, places, new Uint8Array(2).fill(1), { ...FRANCE, level: 14 });
    writeMapPerson(moved, { ...one, latitude: 48.1, longitude: 1.5 });
    writeMapPerson(moved, { ...other, latitude: 44.1, longitude: 3.5 });
    expect(look().clusters.longitudes.toSorted()).toEqual([1.5, 3.5]);
    writeMapPerson(moved, { ...one, latitude: 47.1, longitude: 2.5 });
    writeMapPerson(moved, { ...other, latitude: null, longitude: null });
    expect(look()).toMatchObject({ total: 2, unplaced: 1, clusters: { longitudes: [2.5], latitudes: [47.1] } });
  });

  it('never answers more than a screen can show, however fine the grid that is asked', () => {
    const window = gridOf({ west: -180, south: -80, east: 180, north: 80, level: 22 });
    expect(window.width * window.height).toBeLessThanOrEqual(8192);
    expect(window.level).toBeLessThan(8);
  });

  it('F125 counts 200,000 people into what a screen shows', { timeout: 60_000 }, () => {
    const nation = inventMapPeople(randomFrom(5), 200_000);
    const all = mapPeopleTable(nation);
    const mask = new Uint8Array(all.image.extent).fill(1);
    const { clusters, total, unplaced } = clusterPeople(all, new PlacedPoints(), mask, FRANCE);
    expect(total).toBe(200_000);
    expect(clusters.counts.reduce((sum, count) => sum + count, 0)).toBe(200_000 - unplaced);
    expect(clusters.counts.length).toBeLessThan(400);
    expect(JSON.stringify(clusters).length).toBeLessThan(80_000);
  });
});
