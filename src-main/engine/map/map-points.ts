/** The places that the map marks by themselves: the mission with its rings, and the person looked at. */
import type { MapPoint, PeopleOnMap } from '../../../contract/app/map-contract.ts';
import { MAP_RINGS_KM } from '../../../contract/app/map-limits.ts';
import { distanceKm } from '../../../contract/domain/geography/distance.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';
import { approximateRadius, radiusOfPrecision } from './approximate-radius.ts';
import { placeName } from './place-name.ts';

/** Null where the place is unknown. */
export function missionPoint(row: MissionViewRow | undefined): MapPoint | null {
  if (row === undefined || row.latitude === null || row.longitude === null) return null;
  const { longitude, latitude, establishmentName, city, departement } = row;
  const label = `${establishmentName}, ${placeName(city, departement)}`;
  return { longitude, latitude, radiusKm: radiusOfPrecision(row.precision), label };
}

export function personPoint({ image, terms: { at } }: CandidateTable, id: string | null): MapPoint | null {
  const slot = id === null ? undefined : image.slotOf(id);
  if (slot === undefined) return null;
  const longitude = at.longitude[slot] ?? Number.NaN;
  const latitude = at.latitude[slot] ?? Number.NaN;
  if (Number.isNaN(longitude) || Number.isNaN(latitude)) return null;
  const label = `${image.column('firstName').read(slot) ?? ''} ${image.column('lastName').read(slot) ?? ''}`;
  return { longitude, latitude, radiusKm: approximateRadius(at.precision[slot] ?? 0), label };
}

/** How many of the mask live within each ring around the mission, from the narrowest; none without a place. */
export function countRings(
  { terms: { at } }: CandidateTable,
  mask: Uint8Array,
  mission: MapPoint | null,
): PeopleOnMap['rings'] {
  if (mission === null) return [];
  const rings = MAP_RINGS_KM.map((radiusKm) => ({ radiusKm, count: 0 }));
  for (let slot = 0; slot < mask.length; slot += 1) {
    if (mask[slot] === 0) continue;
    const longitude = at.longitude[slot] ?? Number.NaN;
    const latitude = at.latitude[slot] ?? Number.NaN;
    if (Number.isNaN(longitude) || Number.isNaN(latitude)) continue;
    const far = distanceKm(mission, { longitude, latitude });
    for (const ring of rings) if (far <= ring.radiusKm) ring.count += 1;
  }
  return rings;
}
