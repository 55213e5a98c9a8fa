/**
 * How far off a place may be, by how finely it is known: places are those of postal codes (GEODATA §2, measured against
 * official centroids). A town counts as right; a mere département says no more than "in it".
 */
import { PRECISIONS } from '../matching/candidate-terms.ts';

const RADIUS_KM: Readonly<Record<string, number>> = { commune: 0, epci: 12, arrondissement: 25, departement: 50 };

const BY_CODE = PRECISIONS.map((precision) => RADIUS_KM[precision] ?? 0);

/** @param code a place of PRECISIONS @returns kilometres; 0: the town is right */
export function approximateRadius(code: number): number {
  return BY_CODE[code] ?? 0;
}

export function radiusOfPrecision(precision: string): number {
  return RADIUS_KM[precision] ?? 0;
}
