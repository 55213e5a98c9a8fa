/** The map of postal codes that the package ships, read once, when it is first asked for. GEODATA §2. */
import { readFileSync } from 'node:fs';
import { parseGeographyData } from '../../contract/domain/geography/geography-data.ts';
import type { Places } from '../../contract/domain/geography/places.ts';
import { createPlaces } from '../../contract/domain/geography/places.ts';

const FOLDER = new URL('../../resources/geo/', import.meta.url);

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}

const kept: { places?: Places } = {};

/** @example shippedPlaces().locate('54000', 'Nancy') */
export function shippedPlaces(): Places {
  kept.places ??= createPlaces(
    parseGeographyData({
      postalCodes: read('postal-codes.json'),
      cityNames: read('city-names.json'),
      departements: read('departements.json'),
    }),
  );
  return kept.places;
}
