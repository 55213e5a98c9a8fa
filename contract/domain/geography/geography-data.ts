import type { AgencyCode } from './agency.ts';
import { isAgencyCode } from './agency.ts';
import type { DepartementCode } from './departement.ts';
import { isDepartementCode } from './departement.ts';
import { isPostalCode } from './postal-code.ts';

/** West, south, east, north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** What the point of a postal code is the mean of: its communes, their intercommunality, arrondissement, département. */
export type PrecisionClass = 'c' | 'e' | 'a' | 'd';

/** postalCode, latitude, longitude, class, département, population, most populated commune. */
export type PostalCodeRow = readonly [string, number, number, PrecisionClass, DepartementCode, number, string];

/** Département, postal code, names of the communes (present and former) found under it. */
export type CityNamesRow = readonly [DepartementCode, string, readonly string[]];

/** code, name, region, agency, latitude, longitude, radius in km, bounds, population. */
export type DepartementRow = readonly [
  DepartementCode,
  string,
  string,
  AgencyCode | null,
  number,
  number,
  number,
  Bounds,
  number,
];

/** What `createPlaces` needs, read from resources/geo by `parseGeographyData`. */
export interface GeographyData {
  readonly postalCodes: readonly PostalCodeRow[];
  readonly cityNames: readonly CityNamesRow[];
  readonly departements: readonly DepartementRow[];
}

/** The parsed JSON of the three files, before anything is known of it. */
export interface GeographyFiles {
  /** resources/geo/postal-codes.json */
  readonly postalCodes: unknown;
  /** resources/geo/city-names.json */
  readonly cityNames: unknown;
  /** resources/geo/departements.json */
  readonly departements: unknown;
}

type Check = (value: unknown) => boolean;
type Shape = readonly (readonly [column: string, check: Check])[];

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isCount: Check = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isLatitude: Check = (value) => typeof value === 'number' && Math.abs(value) <= 90;
const isLongitude: Check = (value) => typeof value === 'number' && Math.abs(value) <= 180;
const isCode: Check = (value) => typeof value === 'string' && isPostalCode(value);

const POSTAL_CODES: Shape = [
  ['postalCode', isCode],
  ['latitude', isLatitude],
  ['longitude', isLongitude],
  ['precision', (value) => value === 'c' || value === 'e' || value === 'a' || value === 'd'],
  ['departement', isDepartementCode],
  ['population', isCount],
  ['city', isText],
];

const CITY_NAMES: Shape = [
  ['departement', isDepartementCode],
  ['postalCode', isCode],
  ['names', (value) => Array.isArray(value) && value.length > 0 && value.every(isText)],
];

const DEPARTEMENTS: Shape = [
  ['code', isDepartementCode],
  ['name', isText],
  ['regionCode', isText],
  ['agencyCode', (value) => value === null || isAgencyCode(value)],
  ['latitude', isLatitude],
  ['longitude', isLongitude],
  ['radiusKm', isCount],
  ['bounds', (value) => Array.isArray(value) && value.length === 4 && value.every(isNumber)],
  ['population', isCount],
];

/**
 * Checks the shape of the geographic files, cell by cell, once at start.
 *
 * @throws TypeError that names the file, the row and the column at fault: a shipped file is wrong, the program stops.
 */
export function parseGeographyData(files: GeographyFiles): GeographyData {
  return {
    postalCodes: parseTable<PostalCodeRow>('postal-codes.json', files.postalCodes, POSTAL_CODES),
    cityNames: parseTable<CityNamesRow>('city-names.json', files.cityNames, CITY_NAMES),
    departements: parseTable<DepartementRow>('departements.json', files.departements, DEPARTEMENTS),
  };
}

function parseTable<Row>(file: string, json: unknown, shape: Shape): readonly Row[] {
  const table = typeof json === 'object' && json !== null ? (json as { columns?: unknown; rows?: unknown }) : {};
  const wanted = shape.map(([column]) => column);
  if (!Array.isArray(table.columns) || table.columns.join() !== wanted.join()) {
    throw new TypeError(`${file}: columns should be ${wanted.join()}`);
  }
  if (!Array.isArray(table.rows) || table.rows.length === 0) throw new TypeError(`${file}: no rows`);
  for (const [index, row] of table.rows.entries()) checkRow(file, index, row, shape);
  return table.rows as readonly Row[];
}

function checkRow(file: string, index: number, row: unknown, shape: Shape): void {
  if (!Array.isArray(row) || row.length !== shape.length) {
    throw new TypeError(`${file}: row ${index} should have ${shape.length} cells`);
  }
  for (const [position, [column, check]] of shape.entries()) {
    if (!check(row[position])) {
      throw new TypeError(`${file}: row ${index}, ${column}: unexpected ${JSON.stringify(row[position])}`);
    }
  }
}
