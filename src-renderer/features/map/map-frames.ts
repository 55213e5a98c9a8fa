import type { Bounds } from '../../../contract/domain/geography/geography-data.ts';
import { MAP_FRAMES } from '../../../contract/domain/geography/map-frame.ts';

/** What a map shows before anything else is known: the mainland. */
export const FRANCE: Bounds = MAP_FRAMES.find(({ id }) => id === 'metropole')?.bounds ?? [-5.5, 41.2, 9.8, 51.3];
