/** The layers of the desk's own data, above the ground: balance, rings, halos, needs, people, what is marked and drawn. */
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
} from 'maplibre-gl';
import { MAP_BOLD_FONT } from './basemap-style.ts';
import type { MapPalette } from './map-palette.ts';

export const DATA_SOURCES = ['rings', 'halos', 'needs', 'people', 'marked', 'area'] as const;
export type DataSource = (typeof DATA_SOURCES)[number];

/** Layers of each thing that can be shown or hidden. */
export const SHOWN_LAYERS = {
  people: ['halo-fill', 'halo-line', 'halo-text', 'people'],
  needs: ['needs'],
  rings: ['ring-line', 'ring-text'],
  balance: ['balance', 'balance-text'],
} as const;

export function dataSources(): Record<DataSource, SourceSpecification> {
  const empty: SourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };
  return Object.fromEntries(DATA_SOURCES.map((name) => [name, empty])) as Record<DataSource, SourceSpecification>;
}

const POLYGONS: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const POINTS: FilterSpecification = ['==', ['geometry-type'], 'Point'];

export function dataLayers(palette: MapPalette): readonly LayerSpecification[] {
  const words = (id: string, source: DataSource, color: string): LayerSpecification => ({
    id,
    type: 'symbol',
    source,
    filter: POINTS,
    layout: { 'text-field': ['get', 'text'], 'text-font': MAP_BOLD_FONT, 'text-size': 11, 'text-allow-overlap': true },
    paint: { 'text-color': color, 'text-halo-color': palette.textHalo, 'text-halo-width': 2 },
  });
  const markers = (id: 'people' | 'needs', color: string): LayerSpecification => ({
    id,
    type: 'symbol',
    source: id,
    layout: {
      'icon-image': ['get', 'image'],
      'icon-allow-overlap': true,
      // Names of the ground give way to them.
      'icon-ignore-placement': false,
      'text-field': ['get', 'text'],
      'text-font': MAP_BOLD_FONT,
      'text-size': 11.5,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
      'symbol-sort-key': ['get', 'count'],
    },
    paint: { 'text-color': color },
  });
  return [
    {
      id: 'halo-fill',
      type: 'fill',
      source: 'halos',
      filter: POLYGONS,
      paint: { 'fill-color': palette.engaged, 'fill-opacity': 0.1 },
    },
    {
      id: 'halo-line',
      type: 'line',
      source: 'halos',
      filter: POLYGONS,
      paint: { 'line-color': palette.engaged, 'line-width': 1.2, 'line-dasharray': [2, 2] },
    },
    { ...words('halo-text', 'halos', palette.faceText), minzoom: 7.2 } as LayerSpecification,
    {
      id: 'ring-line',
      type: 'line',
      source: 'rings',
      filter: POLYGONS,
      paint: { 'line-color': palette.ring, 'line-width': 1.6, 'line-dasharray': [4, 2.5] },
    },
    words('ring-text', 'rings', palette.ring),
    markers('people', palette.faceText),
    markers('needs', palette.needText),
    {
      id: 'looked',
      type: 'circle',
      source: 'marked',
      filter: ['==', ['get', 'kind'], 'looked'],
      paint: {
        'circle-radius': 17,
        'circle-opacity': 0,
        'circle-stroke-color': palette.area,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'mission',
      type: 'symbol',
      source: 'marked',
      filter: ['==', ['get', 'kind'], 'mission'],
      layout: {
        'icon-image': 'mission',
        'icon-anchor': 'bottom',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'area-fill',
      type: 'fill',
      source: 'area',
      paint: { 'fill-color': palette.area, 'fill-opacity': 0.12 },
    },
    {
      id: 'area-line',
      type: 'line',
      source: 'area',
      paint: { 'line-color': palette.area, 'line-width': 2 },
    },
    {
      id: 'balance-text',
      type: 'symbol',
      source: 'labels',
      filter: ['==', ['get', 'kind'], 'departement'],
      layout: {
        'text-field': '',
        'text-font': MAP_BOLD_FONT,
        'text-size': 13,
        'text-padding': 2,
      },
      paint: { 'text-color': palette.text, 'text-halo-color': palette.textHalo, 'text-halo-width': 2.2 },
    },
  ];
}

/** Under the lines of the ground: shade and hatch of each département, by the class that `patternOf` gives it. */
export function balanceLayer(): LayerSpecification {
  return { id: 'balance', type: 'fill', source: 'departements', paint: { 'fill-pattern': 'hatch:0' } };
}

/** @param classes place of its class, by département */
export function balancePattern(classes: ReadonlyMap<string, number>): ExpressionSpecification {
  const names = Object.fromEntries([...classes].map(([code, place]) => [code, `hatch:${place}`]));
  return ['coalesce', ['get', ['get', 'code'], ['literal', names]], 'hatch:0'];
}

/** @param words what is written on each département, by its code */
export function balanceWords(words: ReadonlyMap<string, string>): ExpressionSpecification {
  return ['coalesce', ['get', ['get', 'code'], ['literal', Object.fromEntries(words)]], ''];
}
