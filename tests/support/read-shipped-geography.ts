import { readFileSync } from 'node:fs';
import type { GeographyData } from '../../contract/domain/geography/geography-data.ts';
import { parseGeographyData } from '../../contract/domain/geography/geography-data.ts';

const RESOURCES = new URL('../../resources/geo/', import.meta.url);

/** Text of a file of resources/geo, as it is shipped. */
export function readShippedGeographyText(name: string): string {
  return readFileSync(new URL(name, RESOURCES), 'utf8');
}

/** The real geographic data, checked; for tests that need true postal codes. */
export function readShippedGeography(): GeographyData {
  const json = (name: string): unknown => JSON.parse(readShippedGeographyText(name));
  return parseGeographyData({
    postalCodes: json('postal-codes.json'),
    cityNames: json('city-names.json'),
    departements: json('departements.json'),
  });
}
