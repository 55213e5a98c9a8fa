import type { Places } from '../../contract/domain/geography/places.ts';
import { createPlaces } from '../../contract/domain/geography/places.ts';
import { readShippedGeography } from './read-shipped-geography.ts';

/** The real map of the postal codes, as the service reads it. */
export function readPlaces(): Places {
  return createPlaces(readShippedGeography());
}
