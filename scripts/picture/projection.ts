/** From longitude and latitude to the sheet: Lambert's conic for the mainland, a local flat view for the islands. */

export type Position = readonly [longitude: number, latitude: number];
export type Point = readonly [x: number, y: number];
export type Projection = (position: Position) => Point;

/** Left, top, width and height on the sheet. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Lambert conformal conic with the parallels of the official French projection (44°, 49°; 3° E). */
function lambert([longitude, latitude]: Position): Point {
  const cotangent = (phi: number): number => 1 / Math.tan(Math.PI / 4 - phi / 2);
  const [first, second] = [radians(44), radians(49)];
  const n = Math.log(Math.cos(first) / Math.cos(second)) / Math.log(cotangent(second) / cotangent(first));
  const scale = (Math.cos(first) * cotangent(first) ** n) / n;
  const radius = scale / cotangent(radians(latitude)) ** n;
  const angle = n * radians(longitude - 3);
  return [radius * Math.sin(angle), radius * Math.cos(angle)];
}

/** Near the equator a degree is the same both ways. */
const flat = ([longitude, latitude]: Position): Point => [radians(longitude), -radians(latitude)];

/** Fits positions into a frame, keeping their proportions, and says how. */
export function fitInto(positions: Iterable<Position>, frame: Frame, kind: 'mainland' | 'island'): Projection {
  const project = kind === 'mainland' ? lambert : flat;
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const position of positions) {
    const [x, y] = project(position);
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  const scale = Math.min(frame.width / (east - west), frame.height / (south - north));
  const left = frame.x + (frame.width - scale * (east - west)) / 2;
  const top = frame.y + (frame.height - scale * (south - north)) / 2;
  return (position) => {
    const [x, y] = project(position);
    return [left + (x - west) * scale, top + (y - north) * scale];
  };
}
