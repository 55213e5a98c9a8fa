import type { Bounds } from './geography-data.ts';

/** A view that a button of the map frames at once. */
export interface MapFrame {
  readonly id: 'metropole' | 'guadeloupe' | 'martinique' | 'guyane' | 'reunion' | 'mayotte';
  /** French label of the button. */
  readonly label: string;
  readonly bounds: Bounds;
}

/** The mainland with Corsica, and the five overseas départements at their real place (GEODATA §2). */
export const MAP_FRAMES: readonly MapFrame[] = [
  { id: 'metropole', label: 'Métropole', bounds: [-5.5, 41.2, 9.8, 51.3] },
  { id: 'guadeloupe', label: 'Guadeloupe', bounds: [-61.9, 15.8, -60.9, 16.6] },
  { id: 'martinique', label: 'Martinique', bounds: [-61.3, 14.3, -60.7, 15] },
  { id: 'guyane', label: 'Guyane', bounds: [-54.7, 2, -51.5, 6] },
  { id: 'reunion', label: 'La Réunion', bounds: [55.1, -21.5, 55.95, -20.8] },
  { id: 'mayotte', label: 'Mayotte', bounds: [44.9, -13.1, 45.4, -12.6] },
];
