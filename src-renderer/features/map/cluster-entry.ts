/** One cluster of an answer, out of its packed lists. Pure. */
import type { MapArea, MapClusters, PeopleOnMap } from '../../../contract/app/map-contract.ts';
import { distanceKm } from '../../../contract/domain/geography/distance.ts';
import type { PersonStatus } from './image-names.ts';
import { PERSON_STATUSES } from './image-names.ts';

export interface ClusterEntry {
  readonly key: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly count: number;
  readonly statuses: Readonly<Record<PersonStatus, number>>;
  readonly approximate: number;
  readonly radiusKm: number;
  readonly id: string | null;
  readonly place: string;
  readonly together: boolean;
  readonly area: MapArea;
  /** From the mission; null without one. */
  readonly distanceKm: number | null;
}

export function clusterAt(
  clusters: MapClusters,
  index: number,
  mission: PeopleOnMap['mission'] = null,
): ClusterEntry | null {
  const count = clusters.counts[index];
  const cells = clusters.cells[index];
  if (count === undefined || cells === undefined) return null;
  const point = { longitude: clusters.longitudes[index] ?? 0, latitude: clusters.latitudes[index] ?? 0 };
  return {
    ...point,
    key: `${clusters.level} ${cells.join(' ')}`,
    count,
    statuses: Object.fromEntries(
      PERSON_STATUSES.map((status) => [status, clusters[status][index] ?? 0]),
    ) as ClusterEntry['statuses'],
    approximate: clusters.approximate[index] ?? 0,
    radiusKm: clusters.radiiKm[index] ?? 0,
    id: clusters.ids[index] ?? null,
    place: clusters.places[index] ?? '',
    together: clusters.together[index] ?? false,
    area: { type: 'cells', level: clusters.level, cells: cells.map(([column, row]) => [column, row]) },
    distanceKm: mission === null ? null : distanceKm(mission, point),
  };
}

/** Every cluster, the nearest to the mission first, else the largest. */
export function clusterEntries(people: PeopleOnMap): readonly ClusterEntry[] {
  const entries = people.clusters.counts.flatMap((_, index) => clusterAt(people.clusters, index, people.mission) ?? []);
  return people.mission === null
    ? entries
    : entries.sort((left, right) => (left.distanceKm ?? 0) - (right.distanceKm ?? 0));
}
