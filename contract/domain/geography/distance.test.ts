import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, EARTH_RADIUS_KM } from './distance.ts';

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const HALF_TURN_KM = Math.PI * EARTH_RADIUS_KM;

describe('distanceKm', () => {
  it('is never negative, never over half a turn, and zero only on the spot', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const distance = distanceKm(from, to);
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(HALF_TURN_KM);
        expect(distanceKm(from, from)).toBe(0);
      }),
    );
  });

  it('is the same both ways, and never longer than by a third place', () => {
    fc.assert(
      fc.property(point, point, point, (from, to, by) => {
        expect(distanceKm(from, to)).toBeCloseTo(distanceKm(to, from), 6);
        expect(distanceKm(from, to)).toBeLessThanOrEqual(distanceKm(from, by) + distanceKm(by, to) + 1e-3);
      }),
    );
  });

  it.each([
    ['Nancy to Troyes', 48.69, 6.18, 48.3, 4.08, 161],
    ['Brest to Nice', 48.39, -4.49, 43.7, 7.27, 1046],
    ['Pointe-à-Pitre to Fort-de-France', 16.24, -61.53, 14.61, -61.07, 188],
    ['Paris to Saint-Denis de La Réunion', 48.86, 2.35, -20.88, 55.45, 9350],
    ['a degree along the equator', 0, 0, 0, 1, 111.19],
  ])('%s', (_, fromLatitude, fromLongitude, toLatitude, toLongitude, expected) => {
    const from = { latitude: fromLatitude, longitude: fromLongitude };
    const distance = distanceKm(from, { latitude: toLatitude, longitude: toLongitude });
    expect(Math.abs(distance / expected - 1)).toBeLessThan(0.01);
  });

  it('crosses the antimeridian the short way', () => {
    expect(distanceKm({ latitude: -14, longitude: -179.5 }, { latitude: -14, longitude: 179.5 })).toBeLessThan(109);
  });
});
