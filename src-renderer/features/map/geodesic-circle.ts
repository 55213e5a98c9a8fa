/** A circle on the globe as a polygon to draw: rings around the mission, halos of approximate places. Pure. */
import { EARTH_RADIUS_KM } from '../../../contract/domain/geography/distance.ts';

const RADIANS = Math.PI / 180;
const CORNERS = 96;

interface Centre {
  readonly longitude: number;
  readonly latitude: number;
}

/** The place so many kilometres away in a direction (0 is north, 90 is east). */
export function placeAt({ longitude, latitude }: Centre, kilometres: number, bearing: number): [number, number] {
  const far = kilometres / EARTH_RADIUS_KM;
  const [lat, turn] = [latitude * RADIANS, bearing * RADIANS];
  const sine = Math.sin(lat) * Math.cos(far) + Math.cos(lat) * Math.sin(far) * Math.cos(turn);
  const east = Math.atan2(Math.sin(turn) * Math.sin(far) * Math.cos(lat), Math.cos(far) - Math.sin(lat) * sine);
  return [longitude + east / RADIANS, Math.asin(sine) / RADIANS];
}

/** A closed ring of corners. */
export function geodesicCircle(centre: Centre, kilometres: number): [number, number][] {
  return Array.from({ length: CORNERS + 1 }, (_, corner) => placeAt(centre, kilometres, (corner * 360) / CORNERS));
}

/** West, south, east, north of a circle. */
export function circleBounds(centre: Centre, kilometres: number): [number, number, number, number] {
  const [, south] = placeAt(centre, kilometres, 180);
  const [, north] = placeAt(centre, kilometres, 0);
  const [east] = placeAt(centre, kilometres, 90);
  return [2 * centre.longitude - east, south, east, north];
}
