/** The sheet: the map, its insets, the legend, the figures. Colours of the State's charter, used sparingly. */
import { MAP_FRAMES } from '../../contract/domain/geography/map-frame.ts';
import type { DepartementTension } from './departement-tension.ts';
import type { Frame } from './projection.ts';
import { fitInto } from './projection.ts';
import type { Shape } from './shapes.ts';
import { pathOf, positionsOf, readShapes } from './shapes.ts';

export interface SheetFacts {
  readonly tensions: ReadonlyMap<string, DepartementTension>;
  /** INSEE codes of the regions in crisis mode. */
  readonly crisisRegions: readonly string[];
  readonly title: string;
  readonly subtitle: string;
  readonly figures: readonly { readonly value: string; readonly label: string; readonly alarming?: boolean }[];
  readonly regions: readonly { readonly name: string; readonly posts: number; readonly tension: number }[];
  readonly source: string;
}

export const SHEET = { width: 1600, height: 1000 } as const;
const BLUE = '#000091';
const RED = '#C9191E';
const INK = '#161616';
const GREY = '#666666';
const PAPER = '#FFFFFF';
const SEA = '#F5F5FE';
const ABROAD = '#E9E9F2';

/** Upper bound of each class, its colour and how the legend says it. */
const CLASSES = [
  { below: 0.1, colour: '#E6E6F8', label: 'moins de 0,1' },
  { below: 0.25, colour: '#B9B9EC', label: '0,1 à 0,25' },
  { below: 0.5, colour: '#7A7AD9', label: '0,25 à 0,5' },
  { below: 1, colour: '#2323A6', label: '0,5 à 1' },
  { below: Infinity, colour: RED, label: '1 et plus' },
] as const;

const colourOf = (tension: number): string => CLASSES.find(({ below }) => tension < below)?.colour ?? RED;

const ISLANDS = [
  ['971', 'guadeloupe'],
  ['972', 'martinique'],
  ['973', 'guyane'],
  ['974', 'reunion'],
  ['976', 'mayotte'],
] as const;

const MAP: Frame = { x: 262, y: 122, width: 820, height: 846 };
const ISLAND_BOX = { x: 40, width: 206, height: 128, top: 250, gap: 14 } as const;
const PANEL = { x: 1150, width: 394 } as const;

/** @example french(1253) // '1 253', with a space that does not break */
export const french = (count: number): string => count.toLocaleString('fr-FR').replaceAll(/\s/gu, '\u00A0');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function text(x: number, y: number, content: string, style: string): string {
  return `<text x="${x}" y="${y}" ${style}>${escaped(content)}</text>`;
}

const font = (size: number, weight = 400, fill = INK, anchor = 'start'): string =>
  `font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"`;

function shapePath(shape: Shape, project: Parameters<typeof pathOf>[1], tensions: SheetFacts['tensions']): string {
  const fill = colourOf(tensions.get(shape.code)?.tension ?? 0);
  return `<path d="${pathOf(shape, project)}" fill="${fill}" stroke="${PAPER}" stroke-width="0.7" stroke-linejoin="round"/>`;
}

function drawMainland(facts: SheetFacts, departements: readonly Shape[]): string {
  const islands = new Set<string>(ISLANDS.map(([code]) => code));
  const mainland = departements.filter(({ code }) => !islands.has(code));
  const project = fitInto(positionsOf(mainland), MAP, 'mainland');
  const regions = readShapes('regions.geojson').filter(({ polygons }) => (polygons[0]?.[0]?.[0]?.[1] ?? 0) > 40);
  const neighbours = readShapes('voisins.geojson');
  return [
    `<g clip-path="url(#window)">`,
    ...neighbours.map((shape) => `<path d="${pathOf(shape, project)}" fill="${ABROAD}"/>`),
    `<g filter="url(#lift)">`,
    ...mainland.map((shape) => shapePath(shape, project, facts.tensions)),
    `</g>`,
    ...regions.map(
      (shape) =>
        `<path d="${pathOf(shape, project)}" fill="none" stroke="${PAPER}" stroke-width="2" stroke-linejoin="round"/>`,
    ),
    ...regions
      .filter(({ code }) => facts.crisisRegions.includes(code))
      .map(
        (shape) =>
          `<path d="${pathOf(shape, project)}" fill="none" stroke="${INK}" stroke-width="1.8" stroke-linejoin="round"/>`,
      ),
    `</g>`,
  ].join('\n');
}

function drawIslands(facts: SheetFacts, departements: readonly Shape[]): string {
  return ISLANDS.map(([code, frameId], index) => {
    const shape = departements.find((one) => one.code === code);
    const label = MAP_FRAMES.find(({ id }) => id === frameId)?.label ?? code;
    if (shape === undefined) throw new Error(`No outline of ${code}`);
    const y = ISLAND_BOX.top + index * (ISLAND_BOX.height + ISLAND_BOX.gap);
    const inside = {
      x: ISLAND_BOX.x + 78,
      y: y + 16,
      width: ISLAND_BOX.width - 94,
      height: ISLAND_BOX.height - 32,
    };
    const project = fitInto(positionsOf([shape]), inside, 'island');
    return [
      `<rect x="${ISLAND_BOX.x}" y="${y}" width="${ISLAND_BOX.width}" height="${ISLAND_BOX.height}" rx="4" fill="${PAPER}" fill-opacity="0.72" stroke="#DDDDE8"/>`,
      shapePath(shape, project, facts.tensions),
      text(ISLAND_BOX.x + 12, y + ISLAND_BOX.height - 13, label, font(13, 700, GREY)),
    ].join('\n');
  }).join('\n');
}

function drawLegend(x: number, y: number): string {
  const step = PANEL.width / CLASSES.length;
  return [
    text(x, y, 'Tension par département', font(15, 700)),
    text(x, y + 20, 'postes à pourvoir pour un volontaire libre des professions demandées', font(12, 400, GREY)),
    ...CLASSES.map(({ colour, label }, index) => {
      const left = x + index * step;
      return `<rect x="${left}" y="${y + 34}" width="${step - 3}" height="12" rx="2" fill="${colour}"/>${text(left, y + 63, label, font(11.5, 400, GREY))}`;
    }),
    `<rect x="${x + 1}" y="${y + 82}" width="24" height="12" rx="2" fill="none" stroke="${INK}" stroke-width="1.8"/>`,
    text(x + 34, y + 93, 'région en gestion de crise', font(12.5, 400, GREY)),
  ].join('\n');
}

function drawFigures(facts: SheetFacts, y: number): string {
  const step = PANEL.width / 2;
  return facts.figures
    .map(({ value, label, alarming }, index) => {
      const x = PANEL.x + (index % 2) * step;
      const top = y + Math.floor(index / 2) * 86;
      return [
        text(x, top, value, font(38, 700, alarming ? RED : BLUE)),
        text(x, top + 23, label, font(13.5, 400, GREY)),
      ].join('\n');
    })
    .join('\n');
}

function drawRegions({ regions }: SheetFacts, y: number): string {
  const most = Math.max(...regions.map(({ posts }) => posts));
  return [
    text(PANEL.x, y, 'Postes à pourvoir par région', font(15, 700)),
    ...regions.map(({ name, posts, tension }, index) => {
      const top = y + 34 + index * 38;
      const width = PANEL.width * (posts / most);
      return [
        text(PANEL.x, top, name, font(13)),
        text(PANEL.x + PANEL.width, top, french(posts), font(13, 700, INK, 'end')),
        `<rect x="${PANEL.x}" y="${top + 7}" width="${PANEL.width}" height="6" rx="3" fill="${SEA}"/>`,
        `<rect x="${PANEL.x}" y="${top + 7}" width="${width.toFixed(1)}" height="6" rx="3" fill="${colourOf(tension)}"/>`,
      ].join('\n');
    }),
  ].join('\n');
}

/** The whole sheet as SVG. */
export function drawSheet(facts: SheetFacts): string {
  const departements = readShapes('departements.geojson');
  const { width, height } = SHEET;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Marianne, 'Liberation Sans', Arial, sans-serif">`,
    `<defs>`,
    `<clipPath id="window"><rect x="0" y="100" width="1110" height="${height - 100}"/></clipPath>`,
    `<filter id="lift" x="-5%" y="-5%" width="110%" height="110%"><feDropShadow dx="0" dy="2" stdDeviation="4" flood-color="#1E1E5A" flood-opacity="0.16"/></filter>`,
    `</defs>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<rect x="0" y="100" width="1110" height="${height - 100}" fill="${SEA}"/>`,
    drawMainland(facts, departements),
    drawIslands(facts, departements),
    `<rect x="0" y="0" width="${width}" height="100" fill="${PAPER}"/>`,
    `<rect x="56" y="30" width="5" height="46" fill="${BLUE}"/><rect x="61" y="30" width="5" height="46" fill="${PAPER}"/><rect x="66" y="30" width="5" height="46" fill="${RED}"/>`,
    text(90, 52, facts.title, font(30, 700)),
    text(90, 77, facts.subtitle, font(15, 400, GREY)),
    drawLegend(PANEL.x, 140),
    drawFigures(facts, 318),
    drawRegions(facts, 562),
    text(PANEL.x, height - 44, 'Données entièrement inventées.', font(12, 700, GREY)),
    text(PANEL.x, height - 26, facts.source, font(12, 400, GREY)),
    `</svg>`,
  ].join('\n');
}
