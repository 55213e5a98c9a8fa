/**
 * Reads the open geographic packages and writes resources/geo. Run it with Node 22 or later, from anywhere:
 *
 *   npm ci --ignore-scripts && node build.mjs
 *
 * The same packages give the same bytes. Nothing is written when a check fails.
 */
import { mkdirSync } from 'node:fs';
import { checkResults, shareInCommuneClass } from './check-results.mjs';
import { describeAgencies, describeDepartements } from './describe-departements.mjs';
import { drawNeighbours } from './draw-neighbours.mjs';
import { drawShapes } from './draw-shapes.mjs';
import { listCityNames } from './list-city-names.mjs';
import { placeCommunes } from './place-communes.mjs';
import { placePostalCodes } from './place-postal-codes.mjs';
import { readSources } from './read-sources.mjs';
import { roundShape } from './round-shape.mjs';
import { writeAttributions } from './write-attributions.mjs';
import { writeFeatures, writeTable } from './write-json.mjs';

const RESOURCES = new URL('../../resources/geo/', import.meta.url);
const POINT_DECIMALS = 4;
const SHAPE_DECIMALS = 3;

const sources = readSources();
const shapes = drawShapes(sources);
const postalCodes = placePostalCodes(sources, placeCommunes(sources));
const departements = describeDepartements(sources, postalCodes, shapes);
const agencies = describeAgencies(departements);

const problems = checkResults({ postalCodes, departements, agencies, shapes });
if (problems.length > 0) {
  process.stderr.write(`Nothing written:\n${problems.map((problem) => `- ${problem}\n`).join('')}`);
  process.exit(1);
}

mkdirSync(RESOURCES, { recursive: true });
const file = (name) => new URL(name, RESOURCES);
const round = (value, decimals) => Number(value.toFixed(decimals));
const roundBounds = ([west, south, east, north]) => [
  Math.floor(west * 100) / 100,
  Math.floor(south * 100) / 100,
  Math.ceil(east * 100) / 100,
  Math.ceil(north * 100) / 100,
];

const written = {
  'postal-codes.json': writeTable(
    file('postal-codes.json'),
    ['postalCode', 'latitude', 'longitude', 'precision', 'departement', 'population', 'city'],
    postalCodes.map(({ point, ...rest }) => ({
      ...rest,
      latitude: round(point.latitude, POINT_DECIMALS),
      longitude: round(point.longitude, POINT_DECIMALS),
    })),
  ),
  'city-names.json': writeTable(
    file('city-names.json'),
    ['departement', 'postalCode', 'names'],
    listCityNames(sources),
  ),
  'departements.json': writeTable(
    file('departements.json'),
    ['code', 'name', 'regionCode', 'agencyCode', 'latitude', 'longitude', 'radiusKm', 'bounds', 'population'],
    departements.map((one) => ({
      ...one,
      latitude: round(one.latitude, SHAPE_DECIMALS),
      longitude: round(one.longitude, SHAPE_DECIMALS),
      bounds: roundBounds(one.bounds),
    })),
  ),
  'agencies.json': writeTable(
    file('agencies.json'),
    ['code', 'regionCode', 'bounds', 'departements'],
    agencies.map((one) => ({ ...one, bounds: roundBounds(one.bounds) })),
  ),
  'departements.geojson': writeFeatures(
    file('departements.geojson'),
    shapes.departements.map((shape) => roundShape(shape, SHAPE_DECIMALS)),
  ),
  'regions.geojson': writeFeatures(
    file('regions.geojson'),
    shapes.regions.map((shape) => roundShape(shape, SHAPE_DECIMALS)),
  ),
  'voisins.geojson': writeFeatures(
    file('voisins.geojson'),
    drawNeighbours(sources).map((shape) => roundShape(shape, SHAPE_DECIMALS)),
  ),
  'ATTRIBUTIONS.md': writeAttributions(file('ATTRIBUTIONS.md')),
};

for (const [name, bytes] of Object.entries(written)) process.stdout.write(`${name}: ${Math.ceil(bytes / 1024)} KiB\n`);
const total = Object.values(written).reduce((sum, bytes) => sum + bytes, 0);
const share = (shareInCommuneClass(postalCodes) * 100).toFixed(1);
process.stdout.write(
  `total: ${Math.ceil(total / 1024)} KiB; ${postalCodes.length} postal codes; ${share} % of people at their commune\n`,
);
