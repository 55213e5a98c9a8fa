import { feature, mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';

/** Cells of the grid on which shared borders are recognised before regions are merged. */
const QUANTISATION = 1e6;

/** Natural Earth gives Mayotte no INSEE code, only this HASC code. */
const MAYOTTE_HASC = 'YT.';

/**
 * The outlines of the 101 départements and of the 18 regions, as GeoJSON features with exact coordinates.
 * Regions are merged from the départements' shared arcs, so that no seam shows between the two layers.
 *
 * @throws Error when a shape bears a code that is not a département
 */
export function drawShapes({ departementShapes, departements, regions }) {
  const officials = new Map(departements.map((departement) => [departement.code, departement]));
  const features = departementShapes.features.map(({ properties, geometry }) => {
    const code =
      (properties.gn_a1_code ?? '').replace('FR.', '') || (properties.code_hasc === MAYOTTE_HASC ? '976' : '');
    const official = officials.get(code);
    if (official === undefined) throw new Error(`Shape "${properties.name}" bears no known département: "${code}"`);
    return { type: 'Feature', properties: { code, name: official.nom, region: official.region }, geometry };
  });
  features.sort((left, right) => (left.properties.code < right.properties.code ? -1 : 1));
  const shared = topology({ departements: { type: 'FeatureCollection', features } }, QUANTISATION);
  return {
    departements: feature(shared, shared.objects.departements).features,
    regions: mergeRegions(shared, regions),
  };
}

function mergeRegions(shared, regions) {
  const names = new Map(regions.map(({ code, nom }) => [code, nom]));
  const members = Map.groupBy(shared.objects.departements.geometries, ({ properties }) => properties.region);
  return [...members]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([code, geometries]) => {
      const merged = { ...mergeArcs(shared, geometries), properties: { code, name: names.get(code) } };
      return feature(shared, merged);
    });
}
