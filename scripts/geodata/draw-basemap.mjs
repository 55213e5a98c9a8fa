/**
 * Draws the ground of the map from what `build.mjs` wrote, and writes resources/basemap. Nothing to install:
 *
 *   node draw-basemap.mjs
 *
 * The same files give the same bytes.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { write } from './write-json.mjs';

const GEOGRAPHY = new URL('../../resources/geo/', import.meta.url);
const BASEMAP = new URL('../../resources/basemap/', import.meta.url);

/** Towns of so many inhabitants are named beside the largest of each département. */
const LARGE = 60_000;
/** Neighbours that help to find one's way, where their name reads best. */
const NEIGHBOURS = [
  ['Royaume-Uni', -1.6, 51.6],
  ['Belgique', 4.6, 50.75],
  ['Allemagne', 8.6, 50],
  ['Suisse', 8, 46.85],
  ['Italie', 8.7, 44.9],
  ['Espagne', -2, 42.1],
  ['Brésil', -52.6, 1.6],
  ['Suriname', -55.4, 4],
];

const read = (name) => JSON.parse(readFileSync(new URL(name, GEOGRAPHY), 'utf8'));

function label(kind, name, longitude, latitude, rank, code) {
  return {
    type: 'Feature',
    properties: code === undefined ? { kind, name, rank } : { kind, name, rank, code },
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  };
}

/** "Paris 15e" is Paris. */
const townOf = (city) => city.replace(/ \d+e(r)?$/, '');

function townLabels(postalCodes) {
  const towns = new Map();
  for (const [, latitude, longitude, , departement, population, city] of postalCodes) {
    const key = `${departement} ${townOf(city)}`;
    const town = towns.get(key) ?? { departement, name: townOf(city), population: 0, latitude: 0, longitude: 0 };
    const weight = Math.max(1, population);
    town.population += weight;
    town.latitude += latitude * weight;
    town.longitude += longitude * weight;
    towns.set(key, town);
  }
  const largest = new Map();
  for (const town of towns.values()) {
    const known = largest.get(town.departement);
    if (known === undefined || known.population < town.population) largest.set(town.departement, town);
  }
  return [...towns.values()]
    .filter((town) => town.population >= LARGE || largest.get(town.departement) === town)
    .sort((left, right) => right.population - left.population)
    .map(({ name, population, latitude, longitude }, rank) =>
      label(
        'town',
        name,
        Number((longitude / population).toFixed(3)),
        Number((latitude / population).toFixed(3)),
        rank,
      ),
    );
}

/** What resources/basemap/basemap.json holds. */
export function drawBasemap() {
  const agencies = read('agencies.json').rows;
  const departements = read('departements.json').rows;
  const regions = read('regions.geojson').features;
  const boundsOf = new Map(agencies.map(([, region, bounds]) => [region, bounds]));
  const labels = [
    ...regions.map(({ properties: { code, name } }, rank) => {
      const [west, south, east, north] = boundsOf.get(code) ?? [0, 0, 0, 0];
      return label(
        'region',
        name,
        Number(((west + east) / 2).toFixed(3)),
        Number(((south + north) / 2).toFixed(3)),
        rank,
      );
    }),
    ...departements.map(([code, name, , , latitude, longitude], rank) =>
      label('departement', `${name} (${code})`, longitude, latitude, rank, code),
    ),
    ...townLabels(read('postal-codes.json').rows),
    ...NEIGHBOURS.map(([name, longitude, latitude], rank) => label('neighbour', name, longitude, latitude, rank)),
  ];
  return {
    departements: read('departements.geojson'),
    regions: read('regions.geojson'),
    neighbours: read('voisins.geojson'),
    labels: { type: 'FeatureCollection', features: labels },
    /** What frames a whole agency, by its number. */
    agencies: Object.fromEntries(agencies.map(([code, , bounds]) => [code, bounds])),
  };
}

export function writeBasemap() {
  mkdirSync(BASEMAP, { recursive: true });
  return write(new URL('basemap.json', BASEMAP), `${JSON.stringify(drawBasemap())}\n`);
}

if (process.argv[1] !== undefined && import.meta.url.endsWith(process.argv[1].split(/[\\/]/).pop() ?? '')) {
  process.stdout.write(`basemap.json: ${Math.ceil(writeBasemap() / 1024)} KiB\n`);
}
