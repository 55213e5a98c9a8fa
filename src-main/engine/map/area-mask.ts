import type { MapArea } from '../../../contract/app/map-contract.ts';
import type { CandidateTerms } from '../matching/candidate-terms.ts';
import { areaTest } from './area-test.ts';
import type { PlacedPoints } from './placed-points.ts';

/** Those of a mask that live in an area, as 1; whoever has no known place lives in none. */
export function withinArea(
  { at }: CandidateTerms,
  points: PlacedPoints,
  mask: Uint8Array,
  area: MapArea,
): Uint8Array<ArrayBuffer> {
  const isInside = areaTest(area);
  const inside = new Uint8Array(mask.length);
  points.grow(mask.length);
  for (let slot = 0; slot < mask.length; slot += 1) {
    if (mask[slot] === 0) continue;
    const latitude = at.latitude[slot] ?? Number.NaN;
    const longitude = at.longitude[slot] ?? Number.NaN;
    if (!points.place(slot, latitude, longitude)) continue;
    if (isInside({ latitude, longitude, x: points.x[slot] ?? 0, y: points.y[slot] ?? 0 })) inside[slot] = 1;
  }
  return inside;
}
