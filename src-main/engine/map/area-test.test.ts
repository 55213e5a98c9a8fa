import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapArea } from '../../../contract/app/map-contract.ts';
import { distanceKm } from '../../../contract/domain/geography/distance.ts';
import { inventMapPeople, mapPeopleTable } from '../../../tests/support/map-people.ts';
import { randomFrom } from '../../../tests/support/seeded-random.ts';
import { withinArea } from './area-mask.ts';
import { PlacedPoints } from './placed-points.ts';

const people = inventMapPeople(randomFrom(3), 400);
const table = mapPeopleTable(people);

function chosen(area: MapArea): string[] {
  const mask = new Uint8Array(table.image.extent).fill(1);
  const inside = withinArea(table.terms, new PlacedPoints(), mask, area);
  return people.filter(({ id }) => inside[table.image.slotOf(id) ?? -1] === 1).map(({ id }) => id);
}

const plane = (longitude: number, latitude: number) => ({
  x: longitude,
  y: (Math.asinh(Math.tan((latitude * Math.PI) / 180)) * 180) / Math.PI,
});

/** Even-odd by another way: how often a ray that goes up is crossed. */
function isInside(longitude: number, latitude: number, corners: readonly (readonly [number, number])[]): boolean {
  const point = plane(longitude, latitude);
  const crossings = corners.filter((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [one, two] = [plane(...corner), plane(...next)];
    if (one.x > point.x === two.x > point.x) return false;
    return one.y + ((point.x - one.x) / (two.x - one.x)) * (two.y - one.y) > point.y;
  });
  return crossings.length % 2 === 1;
}

const cornerArb = fc.tuple(fc.double({ min: -4, max: 8, noNaN: true }), fc.double({ min: 42, max: 51, noNaN: true }));

describe('whom an area holds', () => {
  it('by a lasso, however it crosses itself, as point by point', () => {
    fc.assert(
      fc.property(fc.array(cornerArb, { minLength: 3, maxLength: 30 }), (points) => {
        const wanted = people
          .filter(
            ({ latitude, longitude }) =>
              latitude !== null && longitude !== null && isInside(longitude, latitude, points),
          )
          .map(({ id }) => id);
        expect(chosen({ type: 'polygon', points })).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });

  it('by a circle, to the kilometre', () => {
    fc.assert(
      fc.property(cornerArb, fc.integer({ min: 1, max: 400 }), ([longitude, latitude], radiusKm) => {
        const wanted = people
          .filter(
            (person) =>
              person.latitude !== null &&
              person.longitude !== null &&
              distanceKm({ longitude, latitude }, { latitude: person.latitude, longitude: person.longitude }) <=
                radiusKm,
          )
          .map(({ id }) => id);
        expect(chosen({ type: 'circle', longitude, latitude, radiusKm })).toEqual(wanted);
      }),
      { numRuns: 100 },
    );
  });

  it('never holds whoever has no known place', () => {
    const world: MapArea = { type: 'circle', longitude: 2, latitude: 46, radiusKm: 20_000 };
    expect(chosen(world)).toEqual(people.filter(({ latitude }) => latitude !== null).map(({ id }) => id));
  });
});
