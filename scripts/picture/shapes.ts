/** GeoJSON outlines as SVG paths. */
import { readFileSync } from 'node:fs';
import type { Position, Projection } from './projection.ts';

type Ring = readonly Position[];
export interface Shape {
  readonly code: string;
  readonly polygons: readonly (readonly Ring[])[];
}

interface Feature {
  readonly properties: { readonly code?: string; readonly name?: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
}

/** Shapes of a file of resources/geo; neighbours, which have no code, are named. */
export function readShapes(file: string): readonly Shape[] {
  const path = new URL(`../../resources/geo/${file}`, import.meta.url);
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as { features: readonly Feature[] };
  return features.map(({ properties, geometry }) => ({
    code: properties.code ?? properties.name ?? '',
    polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }));
}

export function* positionsOf(shapes: readonly Shape[]): Generator<Position> {
  for (const { polygons } of shapes) for (const rings of polygons) for (const ring of rings) yield* ring;
}

/** @example pathOf(shape, projection) // 'M12.3,4.5L…Z' */
export function pathOf({ polygons }: Shape, project: Projection): string {
  return polygons
    .flat()
    .map((ring) => {
      const points = ring.map((position) => {
        const [x, y] = project(position);
        return `${x.toFixed(1)},${y.toFixed(1)}`;
      });
      return `M${points.join('L')}Z`;
    })
    .join('');
}
