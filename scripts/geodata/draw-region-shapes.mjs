/**
 * Draws src-renderer/ui/region-shapes.ts from resources/geo/regions.geojson: the 18 regions as paths of one small
 * picture, the five overseas ones in boxes at the side. Run by hand when the contours change:
 * `node scripts/geodata/draw-region-shapes.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);
const { features } = JSON.parse(readFileSync(new URL('resources/geo/regions.geojson', ROOT), 'utf8'));

const WIDTH = 320;
const HEIGHT = 300;
const OVERSEAS = ['01', '02', '03', '04', '06'];
const BOX = 44;
const TOLERANCE = 0.7;
const SMALLEST = 1.2;

const ringsOf = ({ geometry: { type, coordinates } }) =>
  (type === 'Polygon' ? [coordinates] : coordinates).map(([outer]) => outer);

function boundsOf(rings) {
  const xs = rings.flat().map(([x]) => x);
  const ys = rings.flat().map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

/** Plate carrée, true at the middle of what is shown; keeps proportions inside a frame. */
function projection(bounds, frame) {
  const shrink = Math.cos((((bounds.bottom + bounds.top) / 2) * Math.PI) / 180);
  const [width, height] = [(bounds.right - bounds.left) * shrink, bounds.top - bounds.bottom];
  const scale = Math.min(frame.width / width, frame.height / height);
  const left = frame.left + (frame.width - width * scale) / 2;
  const top = frame.top + (frame.height - height * scale) / 2;
  return ([x, y]) => [left + (x - bounds.left) * shrink * scale, top + (bounds.top - y) * scale];
}

/** Douglas and Peucker. */
function simplified(points, tolerance) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points.at(-1)];
  let [far, most] = [0, 0];
  for (let index = 1; index < points.length - 1; index += 1) {
    const away = distance(points[index], first, last);
    if (away > most) [far, most] = [index, away];
  }
  if (most <= tolerance) return [first, last];
  return [...simplified(points.slice(0, far + 1), tolerance).slice(0, -1), ...simplified(points.slice(far), tolerance)];
}

function distance([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - part * dx, y - ay - part * dy);
}

function area(points) {
  let sum = 0;
  for (let index = 0; index < points.length - 1; index += 1) {
    sum += points[index][0] * points[index + 1][1] - points[index + 1][0] * points[index][1];
  }
  return Math.abs(sum) / 2;
}

function middle(points) {
  const bounds = boundsOf([points]);
  return [(bounds.left + bounds.right) / 2, (bounds.bottom + bounds.top) / 2];
}

function shapeOf(feature, project) {
  const rings = ringsOf(feature).map((ring) => ring.map(project));
  const kept = rings.filter((ring) => area(ring) >= SMALLEST);
  const all = (kept.length > 0 ? kept : rings.slice(0, 1)).map((ring) => simplified(openRing(ring), TOLERANCE));
  const largest = all.toSorted((left, right) => area(right) - area(left))[0];
  const round = (value) => Math.round(value * 10) / 10;
  const path = all
    .filter((ring) => ring.length > 2)
    .map((ring) => `M${ring.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`)
    .join('');
  const [x, y] = middle(largest);
  return { path, x: round(x), y: round(y) };
}

/** A ring begins and ends at one point: it is cut in two halves, so that neither end is lost. */
function openRing(ring) {
  return ring.length > 3 && ring[0][0] === ring.at(-1)[0] && ring[0][1] === ring.at(-1)[1] ? ring.slice(0, -1) : ring;
}

const mainland = features.filter(({ properties }) => !OVERSEAS.includes(properties.code));
const frame = { left: BOX + 12, top: 6, width: WIDTH - BOX - 18, height: HEIGHT - 12 };
const project = projection(boundsOf(mainland.flatMap(ringsOf)), frame);
const shapes = features.map((feature) => {
  const { code, name } = feature.properties;
  const place = OVERSEAS.indexOf(code);
  if (place < 0) return { code, name, ...shapeOf(feature, project), box: null };
  const box = { left: 4, top: 30 + place * (BOX + 8), width: BOX, height: BOX };
  const inside = { left: box.left + 5, top: box.top + 5, width: BOX - 10, height: BOX - 10 };
  return { code, name, ...shapeOf(feature, projection(boundsOf(ringsOf(feature)), inside)), box };
});

const lines = shapes.map(
  ({ code, path, x, y, box }) =>
    `  { code: '${code}', x: ${x}, y: ${y}, box: ${box === null ? 'null' : `{ left: ${box.left}, top: ${box.top}, size: ${BOX} }`}, path: '${path}' },`,
);
writeFileSync(
  new URL('src-renderer/ui/region-shapes.ts', ROOT),
  `/**
 * The regions as paths of one small picture, the overseas ones in boxes. Drawn by scripts/geodata/draw-region-shapes.mjs from
 * resources/geo/regions.geojson (IGN, simplified): do not edit.
 */
export interface RegionShape {
  /** INSEE code of the region. */
  readonly code: string;
  readonly path: string;
  /** Where a figure stands. */
  readonly x: number;
  readonly y: number;
  /** Frame of an overseas region. */
  readonly box: { readonly left: number; readonly top: number; readonly size: number } | null;
}

export const REGION_PICTURE = { width: ${WIDTH}, height: ${HEIGHT} } as const;

// biome-ignore format: drawn by a script
export const REGION_SHAPES: readonly RegionShape[] = [
${lines.join('\n')}
];
`,
);
