/**
 * The drawn map behind a few words of ours: nothing else of the desk knows MapLibre. It is fetched when a map is opened
 * first, so that the other windows do not carry it.
 */
import type { GeoJSONSource, Map as LibreMap, LngLatBoundsLike, PointLike } from 'maplibre-gl';
import type { Bounds } from '../../../contract/domain/geography/geography-data.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { basemapStyle } from './basemap-style.ts';
import type { DataSource } from './data-layers.ts';
import { balanceLayer, balancePattern, balanceWords, dataLayers, dataSources, SHOWN_LAYERS } from './data-layers.ts';
import { drawMarker } from './draw-marker.ts';
import type { Basemap } from './load-basemap.ts';
import type { Features } from './map-features.ts';
import type { MapPalette } from './map-palette.ts';

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

export interface MapCamera {
  readonly zoom: number;
  readonly centre: readonly [longitude: number, latitude: number];
}

export interface DeskMapEvents {
  /** After each move, and once at the start. */
  onView(bounds: Bounds, camera: MapCamera): void;
  /** While it moves. */
  onMove(): void;
  /** A press on a marker of people or needs, by its place in the answer; null on none. */
  onPick(source: 'people' | 'needs', index: number | null): void;
  /** The picture was lost (the graphics driver restarted). */
  onLost(): void;
}

export interface DeskMap {
  show(source: DataSource, features: Features): void;
  /** Shade and words of each département, by its code. */
  showBalance(classes: ReadonlyMap<string, number>, words: ReadonlyMap<string, string>): void;
  setVisible(what: keyof typeof SHOWN_LAYERS, visible: boolean): void;
  frame(bounds: Bounds): void;
  centre(longitude: number, latitude: number, zoom: number): void;
  zoomBy(steps: number): void;
  project(longitude: number, latitude: number): ScreenPoint;
  unproject(point: ScreenPoint): [longitude: number, latitude: number];
  /** The picture as it is now. */
  picture(): Promise<HTMLCanvasElement>;
  resize(): void;
  destroy(): void;
}

const PADDING = 28;
const MOST_ZOOM = 12;
const LEAST_ZOOM = 3.2;

interface DeskMapOptions extends DeskMapEvents {
  readonly container: HTMLElement;
  readonly basemap: Basemap;
  readonly palette: MapPalette;
  readonly bounds: Bounds;
  /** Where it stood before it is drawn anew; null: framed on its bounds. */
  readonly camera: MapCamera | null;
  /** Does nothing move by itself? */
  readonly calm: boolean;
}

/** Can this workstation draw maps at all? */
export function canDrawMaps(): boolean {
  const canvas = document.createElement('canvas');
  return canvas.getContext('webgl2') !== null;
}

/** @throws Error when the map cannot be drawn */
export async function openDeskMap(options: DeskMapOptions): Promise<DeskMap> {
  const [maplibre, worker] = await Promise.all([
    import('maplibre-gl'),
    import('maplibre-gl/dist/maplibre-gl-worker.mjs?url'),
    import('maplibre-gl/dist/maplibre-gl.css'),
  ]);
  // From the desk's own files: the page's policy lets no other script in.
  maplibre.setWorkerUrl(new URL(worker.default, location.href).href);
  const map = new maplibre.Map({
    container: options.container,
    style: basemapStyle(options.basemap, options.palette),
    ...(options.camera === null
      ? { bounds: options.bounds as unknown as LngLatBoundsLike, fitBoundsOptions: { padding: PADDING } }
      : { center: [...options.camera.centre] as [number, number], zoom: options.camera.zoom }),
    minZoom: LEAST_ZOOM,
    maxZoom: MOST_ZOOM,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    boxZoom: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    locale: { 'Map.Title': FR_MAP.canvas },
  });
  map.keyboard.disableRotation();
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibre.ScaleControl({ unit: 'metric', maxWidth: 120 }), 'bottom-left');
  await new Promise<void>((resolve) => map.once('style.load', () => resolve()));
  return handleOf(map, options);
}

function handleOf(map: LibreMap, options: DeskMapOptions): DeskMap {
  const { palette } = options;
  const duration = options.calm ? 0 : 350;
  const ensureImage = (name: string) => {
    if (map.hasImage(name)) return;
    const drawn = drawMarker(name, palette);
    if (drawn !== null) map.addImage(name, drawn.image, { pixelRatio: drawn.pixelRatio });
  };
  map.on('styleimagemissing', ({ id }) => ensureImage(id));
  addLayers(map, palette);
  const tellView = () => {
    const bounds = map.getBounds();
    const { lng, lat } = map.getCenter();
    options.onView([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], {
      zoom: map.getZoom(),
      centre: [lng, lat],
    });
  };
  map.on('moveend', tellView);
  map.on('resize', tellView);
  map.on('move', () => options.onMove());
  map.on('webglcontextlost', () => options.onLost());
  followRest(map, options.container);
  map.on('click', ({ point }) => options.onPick(...pickedAt(map, point)));
  for (const layer of ['people', 'needs']) {
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = 'pointer';
    });
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = '';
    });
  }
  tellView();
  return {
    show(source, features) {
      for (const { properties } of features.features) {
        if (typeof properties?.['image'] === 'string') ensureImage(properties['image']);
      }
      map.getSource<GeoJSONSource>(source)?.setData(features);
    },
    showBalance(classes, words) {
      for (let place = 0; place < palette.balance.length; place += 1) ensureImage(`hatch:${place}`);
      map.setPaintProperty('balance', 'fill-pattern', balancePattern(classes));
      map.setLayoutProperty('balance-text', 'text-field', balanceWords(words));
    },
    setVisible(what, visible) {
      for (const layer of SHOWN_LAYERS[what]) {
        map.setLayoutProperty(layer, 'visibility', visible ? 'visible' : 'none');
      }
    },
    frame: (bounds) => map.fitBounds(bounds as unknown as LngLatBoundsLike, { padding: PADDING, duration }),
    centre: (longitude, latitude, zoom) =>
      map.easeTo({ center: [longitude, latitude], zoom: Math.min(MOST_ZOOM, Math.max(map.getZoom(), zoom)), duration }),
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps, duration }),
    project: (longitude, latitude) => map.project([longitude, latitude]),
    unproject(point) {
      const { lng, lat } = map.unproject([point.x, point.y]);
      // Off the edge of the world is on its edge.
      return [Math.min(180, Math.max(-180, lng)), Math.min(90, Math.max(-90, lat))];
    },
    picture: () => pictureOf(map),
    resize: () => map.resize(),
    destroy: () => map.remove(),
  };
}

function addLayers(map: LibreMap, palette: MapPalette): void {
  for (const [name, source] of Object.entries(dataSources())) map.addSource(name, source);
  map.addLayer(balanceLayer(), 'departement-lines');
  for (const layer of dataLayers(palette)) map.addLayer(layer);
}

/** Says on its element whether everything that was asked to be shown is on the screen, for whoever takes its picture. */
function followRest(map: LibreMap, container: HTMLElement): void {
  const say = (settled: boolean) => {
    container.dataset['settled'] = String(settled);
  };
  say(false);
  map.on('dataloading', () => say(false));
  map.on('movestart', () => say(false));
  map.on('idle', () => say(true));
}

/** A marker is a few pixels wide: the press may miss it by some. */
function pickedAt(map: LibreMap, { x, y }: ScreenPoint): ['people' | 'needs', number | null] {
  const box: [PointLike, PointLike] = [
    [x - 4, y - 4],
    [x + 4, y + 4],
  ];
  const [found] = map.queryRenderedFeatures(box, { layers: ['people', 'needs'] });
  const index: unknown = found?.properties['index'];
  const source = found?.layer.id === 'needs' ? 'needs' : 'people';
  return [source, typeof index === 'number' ? index : null];
}

/** The drawing is only there while a frame is drawn: it is copied then. */
function pictureOf(map: LibreMap): Promise<HTMLCanvasElement> {
  return new Promise((resolve) => {
    map.once('render', () => {
      const drawn = map.getCanvas();
      const copy = document.createElement('canvas');
      copy.width = drawn.width;
      copy.height = drawn.height;
      copy.getContext('2d')?.drawImage(drawn, 0, 0);
      resolve(copy);
    });
    map.triggerRepaint();
  });
}
