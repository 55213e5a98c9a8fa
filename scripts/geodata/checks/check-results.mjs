import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkResults } from '../check-results.mjs';
import { describeAgencies, describeDepartements } from '../describe-departements.mjs';
import { drawShapes } from '../draw-shapes.mjs';
import { placeCommunes } from '../place-communes.mjs';
import { placePostalCodes } from '../place-postal-codes.mjs';
import { readSources } from '../read-sources.mjs';

const sources = readSources();
const shapes = drawShapes(sources);
const postalCodes = placePostalCodes(sources, placeCommunes(sources));
const departements = describeDepartements(sources, postalCodes, shapes);
const results = { postalCodes, departements, agencies: describeAgencies(departements), shapes };

test('the pinned packages pass every check', () => {
  assert.deepEqual(checkResults(results), []);
});

test('a lost département, a lost region and a lost postal code are each refused', () => {
  const withoutRegion = { ...shapes, regions: shapes.regions.slice(1) };
  const withoutDepartement = { ...shapes, departements: shapes.departements.slice(1) };
  assert.match(checkResults({ ...results, shapes: withoutRegion }).join(), /regions: found 17, expected 18/);
  assert.match(
    checkResults({ ...results, shapes: withoutDepartement }).join(),
    /départements: found 100, expected 101/,
  );
  assert.match(checkResults({ ...results, postalCodes: postalCodes.slice(1) }).join(), /found 6309, expected 6310/);
});

test('a moved town and a code without a point are refused', () => {
  const change = (code, point) => postalCodes.map((one) => (one.postalCode === code ? { ...one, point } : one));
  const moved = change('54000', { latitude: 48.3, longitude: 4.08 });
  assert.match(checkResults({ ...results, postalCodes: moved }).join(), /54000 is 16\d\.\d km from where it should be/);
  assert.match(checkResults({ ...results, postalCodes: change('01000', null) }).join(), /01000 has no point/);
});

test('a hand-placed code that bears another name stops the build', () => {
  const communes = sources.communes.map((one) => (one.code === '97352' ? { ...one, nom: 'Ailleurs' } : one));
  assert.throws(() => placeCommunes({ ...sources, communes }), /Hand-placed 97352 should be Saül/);
});

test('a shape of an unknown département stops the build', () => {
  const [first, ...others] = sources.departementShapes.features;
  const stranger = { ...first, properties: { name: 'Stranger', gn_a1_code: 'FR.99' } };
  const departementShapes = { features: [stranger, ...others] };
  assert.throws(() => drawShapes({ ...sources, departementShapes }), /bears no known département: "99"/);
});
