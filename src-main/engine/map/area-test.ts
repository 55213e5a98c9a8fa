/** Is a point inside what was drawn? On the map's plane for what the eye drew, in kilometres for a circle. */
import type { MapArea } from '../../../contract/app/map-contract.ts';
import { distanceKm } from '../../../contract/domain/geography/distance.ts';
import { mercatorX, mercatorY } from './mercator.ts';

/** A place both as it is written and on the plane. */
export interface PlanePoint {
  readonly longitude: number;
  readonly latitude: number;
  readonly x: number;
  readonly y: number;
}

export function areaTest(area: MapArea): (point: PlanePoint) => boolean {
  switch (area.type) {
    case 'circle': {
      const { radiusKm, ...centre } = area;
      return (point) => distanceKm(centre, point) <= radiusKm;
    }
    case 'cells': {
      const across = 2 ** area.level;
      const wanted = new Set(area.cells.map(([column, row]) => column * across + row));
      return ({ x, y }) => wanted.has(Math.floor(x * across) * across + Math.floor(y * across));
    }
    case 'polygon':
      return insidePolygon(area.points);
  }
}

/** Even-odd rule: a lasso that crosses itself leaves out what it goes around twice, as it looks. */
function insidePolygon(points: readonly (readonly [number, number])[]): (point: PlanePoint) => boolean {
  const corners = points.map(([longitude, latitude]) => ({ x: mercatorX(longitude), y: mercatorY(latitude) }));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return ({ x, y }) => {
    if (x < west || x > east || y < north || y > south) return false;
    let inside = false;
    let before = corners.at(-1);
    for (const corner of corners) {
      if (before !== undefined && corner.y > y !== before.y > y) {
        const crossing = corner.x + ((y - corner.y) / (before.y - corner.y)) * (before.x - corner.x);
        if (x < crossing) inside = !inside;
      }
      before = corner;
    }
    return inside;
  };
}
