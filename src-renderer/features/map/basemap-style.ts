/** The style of the ground, by hand: no tile, no glyph, no sprite is fetched; names are drawn with the system's fonts. */
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Basemap, BasemapLabel } from './load-basemap.ts';
import type { MapPalette } from './map-palette.ts';

/** Families that MapLibre draws from the system, as theme.ts names them. */
export const MAP_FONT = ['Inter', 'Segoe UI', 'Noto Sans', 'Liberation Sans', 'Arial', 'sans-serif'];
export const MAP_BOLD_FONT = [
  'Inter Bold',
  'Segoe UI Bold',
  'Noto Sans Bold',
  'Liberation Sans Bold',
  'Arial Bold',
  'sans-serif',
];

interface NameLook {
  readonly kind: BasemapLabel['kind'];
  readonly size: number;
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly color: string;
  readonly bold: boolean;
  readonly spread: number;
}

function nameLayer(look: NameLook, palette: MapPalette): LayerSpecification {
  const { kind, size, minzoom, maxzoom, color, bold, spread } = look;
  return {
    id: `name-${kind}`,
    type: 'symbol',
    source: 'labels',
    minzoom,
    maxzoom,
    filter: ['==', ['get', 'kind'], kind],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': bold ? MAP_BOLD_FONT : MAP_FONT,
      'text-size': size,
      'text-max-width': 9,
      'text-letter-spacing': spread,
      'text-padding': 6,
      // A town's markers stand on its point: its name is beside them, where there is room.
      ...(kind === 'town'
        ? { 'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 1.5 }
        : kind === 'departement'
          ? { 'text-variable-anchor': ['center', 'top', 'bottom'], 'text-radial-offset': 1.6 }
          : {}),
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': color, 'text-halo-color': palette.textHalo, 'text-halo-width': 1.4 },
  };
}

export function basemapStyle(basemap: Basemap, palette: MapPalette): StyleSpecification {
  const names: readonly NameLook[] = [
    { kind: 'neighbour', size: 12, minzoom: 3, maxzoom: 8, color: palette.quietText, bold: false, spread: 0.12 },
    { kind: 'region', size: 12, minzoom: 4.3, maxzoom: 6.6, color: palette.quietText, bold: true, spread: 0.06 },
    { kind: 'departement', size: 11.5, minzoom: 6.6, maxzoom: 9, color: palette.quietText, bold: true, spread: 0.03 },
    { kind: 'town', size: 11.5, minzoom: 5.6, maxzoom: 24, color: palette.text, bold: false, spread: 0 },
  ];
  return {
    version: 8,
    sources: {
      neighbours: { type: 'geojson', data: basemap.neighbours, tolerance: 0.3 },
      departements: { type: 'geojson', data: basemap.departements, promoteId: 'code', tolerance: 0.3 },
      regions: { type: 'geojson', data: basemap.regions, tolerance: 0.3 },
      labels: { type: 'geojson', data: basemap.labels },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': palette.water } },
      { id: 'neighbours', type: 'fill', source: 'neighbours', paint: { 'fill-color': palette.neighbour } },
      {
        id: 'neighbour-lines',
        type: 'line',
        source: 'neighbours',
        paint: { 'line-color': palette.departementLine, 'line-width': 0.8 },
      },
      { id: 'land', type: 'fill', source: 'departements', paint: { 'fill-color': palette.land } },
      {
        id: 'departement-lines',
        type: 'line',
        source: 'departements',
        paint: {
          'line-color': palette.departementLine,
          'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 9, 1.4],
        },
      },
      {
        id: 'region-lines',
        type: 'line',
        source: 'regions',
        paint: { 'line-color': palette.regionLine, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.9, 9, 2] },
      },
      ...names.map((look) => nameLayer(look, palette)),
    ],
  };
}
