/** What the engine answered, as features to draw; a few hundred at most, never one a person. Pure. */
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import type { MapArea, MapClusters, MapPoint, NeedsOnMap } from '../../../contract/app/map-contract.ts';
import { MAP_RINGS_KM } from '../../../contract/app/map-limits.ts';
import { formatNumber } from '../../text/format.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { geodesicCircle, placeAt } from './geodesic-circle.ts';
import { needImage, peopleImage } from './image-names.ts';

export type Features = FeatureCollection;

const collection = (features: Feature[]): Features => ({ type: 'FeatureCollection', features });

function point(longitude: number, latitude: number, properties: Record<string, string | number>): Feature<Point> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [longitude, latitude] } };
}

function disc(
  centre: { readonly longitude: number; readonly latitude: number },
  radiusKm: number,
  properties: Record<string, string | number>,
): Feature<Polygon> {
  return {
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [geodesicCircle(centre, radiusKm)] },
  };
}

/** @example shortCount(12_400) // '12 k' */
export function shortCount(count: number): string {
  return count < 10_000 ? formatNumber(count) : `${formatNumber(Math.round(count / 1_000))} k`;
}

/** Where a marker is drawn, when that is not its very place. */
export type DrawnAt = readonly (readonly [longitude: number, latitude: number])[];

/** A marker a cluster; `index` is its place in the answer. */
export function peopleFeatures(clusters: MapClusters, drawnAt: DrawnAt = []): Features {
  return collection(
    clusters.counts.map((count, index) => {
      const [longitude, latitude] = drawnAt[index] ?? [clusters.longitudes[index] ?? 0, clusters.latitudes[index] ?? 0];
      return point(longitude, latitude, {
        index,
        count,
        image: peopleImage(clusters, index),
        text: count === 1 ? '' : shortCount(count),
      });
    }),
  );
}

/** Halos of those whose place is only known to some kilometres, with the words: "± 12 km". */
export function haloFeatures(clusters: MapClusters): Features {
  return collection(
    clusters.counts.flatMap((count, index) => {
      const radiusKm = clusters.radiiKm[index] ?? 0;
      // Among well-placed people the halo would say too much: the popup counts them.
      if (radiusKm === 0 || clusters.approximate[index] !== count) return [];
      const centre = { longitude: clusters.longitudes[index] ?? 0, latitude: clusters.latitudes[index] ?? 0 };
      const [longitude, latitude] = placeAt(centre, radiusKm, 180);
      const text = FR_MAP.within(radiusKm);
      return [disc(centre, radiusKm, { radiusKm }), point(longitude, latitude, { text, radiusKm })];
    }),
  );
}

export function needFeatures(needs: NeedsOnMap, drawnAt: DrawnAt = []): Features {
  return collection(
    needs.posts.map((posts, index) => {
      const [longitude, latitude] = drawnAt[index] ?? [needs.longitudes[index] ?? 0, needs.latitudes[index] ?? 0];
      return point(longitude, latitude, { index, count: posts, image: needImage(posts), text: shortCount(posts) });
    }),
  );
}

/** Rings around the mission, the widest first, each with its distance written on it. */
export function ringFeatures(mission: MapPoint | null): Features {
  if (mission === null) return collection([]);
  return collection(
    MAP_RINGS_KM.toReversed().flatMap((radiusKm) => {
      const [longitude, latitude] = placeAt(mission, radiusKm, 0);
      const text = FR_MAP.kilometres(radiusKm);
      return [disc(mission, radiusKm, { radiusKm }), point(longitude, latitude, { text, radiusKm })];
    }),
  );
}

/** The mission, and the person looked at. */
export function markedFeatures(mission: MapPoint | null, looked: MapPoint | null): Features {
  return collection([
    ...(mission === null ? [] : [point(mission.longitude, mission.latitude, { kind: 'mission' })]),
    ...(looked === null ? [] : [point(looked.longitude, looked.latitude, { kind: 'looked' })]),
  ]);
}

/** What was drawn by hand; cells have no outline of their own. */
export function areaFeatures(area: MapArea | null): Features {
  if (area === null || area.type === 'cells') return collection([]);
  if (area.type === 'circle') return collection([disc(area, area.radiusKm, {})]);
  const ring = [...area.points, ...area.points.slice(0, 1)];
  return collection([
    {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [ring.map((corner) => [...corner])] },
    },
  ]);
}
