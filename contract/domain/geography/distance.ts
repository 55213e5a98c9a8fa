/** A point on the globe, in decimal degrees (WGS 84). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the Earth, in kilometres. */
export const EARTH_RADIUS_KM = 6371;

const RADIANS = Math.PI / 180;

/**
 * Great-circle distance (haversine), in kilometres. It is a bird's-eye distance: across the sea it misleads, which
 * `isSeaBetween` (sea-crossing.ts) tells.
 *
 * @example
 * distanceKm({ latitude: 48.69, longitude: 6.18 }, { latitude: 48.3, longitude: 4.08 }); // Nancy to Troyes, about 161
 */
export function distanceKm(from: Point, to: Point): number {
  const haversine =
    Math.sin(((to.latitude - from.latitude) * RADIANS) / 2) ** 2 +
    Math.cos(from.latitude * RADIANS) *
      Math.cos(to.latitude * RADIANS) *
      Math.sin(((to.longitude - from.longitude) * RADIANS) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
}
