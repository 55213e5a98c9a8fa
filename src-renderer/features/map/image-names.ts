/**
 * Markers by name: a name says all that is drawn, so that equal markers share one picture. Status is told by shape and
 * shade, never by colour alone.
 *
 *   person:free  person:proposed  person:contacted  person:assigned  person:unavailable
 *   people:<radius>:<eighths free>:<eighths engaged>:<eighths assigned>      need:<side>      mission
 */
import type { MapClusters } from '../../../contract/app/map-contract.ts';

export const PERSON_STATUSES = ['assigned', 'contacted', 'proposed', 'unavailable', 'free'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

const EIGHTHS = 8;

/** Half the width of a cluster's marker, in pixels. */
export function radiusOf(count: number): number {
  if (count < 10) return 13;
  if (count < 100) return 16;
  return count < 1_000 ? 20 : 25;
}

export function statusOf(clusters: MapClusters, index: number): PersonStatus {
  return PERSON_STATUSES.find((status) => (clusters[status][index] ?? 0) > 0) ?? 'free';
}

/** An eighth at least for whoever is there, so that nobody's shade is lost in a large cluster. */
function eighths(part: number, count: number): number {
  return part === 0 ? 0 : Math.max(1, Math.round((part / count) * EIGHTHS));
}

export function peopleImage(clusters: MapClusters, index: number): string {
  const count = clusters.counts[index] ?? 0;
  if (count === 1) return `person:${statusOf(clusters, index)}`;
  const free = eighths(clusters.free[index] ?? 0, count);
  const engaged = eighths((clusters.proposed[index] ?? 0) + (clusters.contacted[index] ?? 0), count);
  const assigned = eighths(clusters.assigned[index] ?? 0, count);
  return `people:${radiusOf(count)}:${free}:${engaged}:${assigned}`;
}

/** Width of the marker of so many posts to fill, in pixels. */
export function needSide(posts: number): number {
  if (posts < 10) return 18;
  if (posts < 100) return 22;
  return posts < 1_000 ? 28 : 38;
}

export function needImage(posts: number): string {
  return `need:${needSide(posts)}`;
}
