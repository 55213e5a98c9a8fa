import { distanceKm } from './distance-km.mjs';

/** Towns whose position everyone knows, to within a few kilometres: a wrong join of sources moves one of them. */
const KNOWN_PLACES = [
  ['54000', 48.69, 6.18],
  ['10000', 48.3, 4.08],
  ['59000', 50.63, 3.06],
  ['44000', 47.22, -1.55],
  ['20000', 41.93, 8.74],
  ['20200', 42.7, 9.45],
  ['75014', 48.83, 2.33],
  ['69003', 45.76, 4.85],
  ['13008', 43.27, 5.38],
  ['97110', 16.24, -61.53],
  ['97200', 14.61, -61.07],
  ['97300', 4.93, -52.33],
  ['97400', -20.88, 55.45],
  ['97600', -12.78, 45.23],
  ['97133', 17.897, -62.85],
  ['97150', 18.067, -63.083],
];
const KNOWN_PLACE_TOLERANCE_KM = 3;

/** What the pinned packages give. A new version that changes a figure must be looked at before it is accepted. */
const EXPECTED = {
  postalCodes: 6310,
  classes: { c: 5298, e: 894, a: 33, d: 85 },
  outlines: 101,
  regions: 18,
  departements: 107,
  agencies: 18,
};
const LEAST_SHARE_IN_COMMUNE_CLASS = 0.96;

/**
 * Every reason why the results must not be written, one sentence each; an empty list when all is well.
 *
 * @param results {postalCodes, departements, agencies, shapes}
 */
export function checkResults({ postalCodes, departements, agencies, shapes }) {
  const problems = [];
  const expect = (what, found, wanted) => {
    if (found !== wanted) problems.push(`${what}: found ${found}, expected ${wanted}`);
  };
  expect('postal codes', postalCodes.length, EXPECTED.postalCodes);
  expect('outlines of départements', new Set(shapes.departements.map(codeOf)).size, EXPECTED.outlines);
  expect('outlines of regions', new Set(shapes.regions.map(codeOf)).size, EXPECTED.regions);
  expect('départements and collectivities', departements.length, EXPECTED.departements);
  expect('agencies', agencies.length, EXPECTED.agencies);
  for (const [precision, wanted] of Object.entries(EXPECTED.classes)) {
    expect(
      `postal codes of class ${precision}`,
      postalCodes.filter((one) => one.precision === precision).length,
      wanted,
    );
  }
  problems.push(...checkPoints(postalCodes), ...checkKnownPlaces(postalCodes));
  for (const { code, radiusKm } of departements) if (!(radiusKm > 0)) problems.push(`${code} has no radius`);
  const share = shareInCommuneClass(postalCodes);
  if (!(share >= LEAST_SHARE_IN_COMMUNE_CLASS)) problems.push(`only ${share} of the population is in class c`);
  return problems;
}

/** Share of the population whose postal code is placed at its own communes (class c), between 0 and 1. */
export function shareInCommuneClass(postalCodes) {
  const people = (list) => list.reduce((sum, { population }) => sum + population, 0);
  return people(postalCodes.filter(({ precision }) => precision === 'c')) / people(postalCodes);
}

function checkPoints(postalCodes) {
  return postalCodes
    .filter(({ point }) => point === null || !Number.isFinite(point.latitude) || !Number.isFinite(point.longitude))
    .map(({ postalCode }) => `${postalCode} has no point`);
}

function checkKnownPlaces(postalCodes) {
  const points = new Map(postalCodes.map(({ postalCode, point }) => [postalCode, point]));
  return KNOWN_PLACES.flatMap(([postalCode, latitude, longitude]) => {
    const point = points.get(postalCode);
    if (!point) return [`${postalCode} is missing`];
    const away = distanceKm(point, { latitude, longitude });
    return away <= KNOWN_PLACE_TOLERANCE_KM ? [] : [`${postalCode} is ${away.toFixed(1)} km from where it should be`];
  });
}

function codeOf({ properties }) {
  return properties.code;
}
