/** The plane that maps are drawn on: the world as a square of side 1, from the north-west (web Mercator). */

const RADIANS = Math.PI / 180;
/** Where the square ends. */
const MOST_LATITUDE = 85.051129;

export function mercatorX(longitude: number): number {
  return (longitude + 180) / 360;
}

export function mercatorY(latitude: number): number {
  const clamped = Math.min(MOST_LATITUDE, Math.max(-MOST_LATITUDE, latitude));
  const sine = Math.sin(clamped * RADIANS);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
