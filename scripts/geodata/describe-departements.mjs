import { geoCentroid } from 'd3-geo';
import { distanceKm } from './distance-km.mjs';
import { median } from './median.mjs';

/** Annex 2 of the ministerial letter numbers the agencies; INSEE numbers the regions. */
export const AGENCY_OF_REGION = {
  75: 1,
  28: 2,
  27: 3,
  53: 4,
  24: 5,
  44: 6,
  94: 7,
  '01': 8,
  '03': 9,
  11: 10,
  '04': 11,
  '02': 12,
  '06': 13,
  76: 14,
  32: 15,
  52: 16,
  93: 17,
  84: 18,
  // Saint-Barthélemy and Saint-Martin are regulated by Guadeloupe
  977: 8,
  978: 8,
};

/**
 * How far people live from the centre of the collectivities that have no outline, in km: orders of size typed by hand,
 * since most of their postal codes stand at the centre for want of better.
 */
const RADIUS_WITHOUT_OUTLINE_KM = { 975: 5, 977: 5, 978: 5, 986: 120, 987: 300, 988: 100 };

/**
 * One record per département or inhabited collectivity that has postal codes: name, region, agency, centre, bounds,
 * population, and how far its people live from the centre (`radiusKm`, the median weighted by population), which is
 * the honest error of "somewhere in the département".
 *
 * The centre is the outline's centroid; a collectivity that has no outline takes the mean of its inhabited postal codes.
 */
export function describeDepartements({ departements }, postalCodes, shapes) {
  const outlines = new Map(shapes.departements.map((shape) => [shape.properties.code, shape]));
  const byDepartement = Map.groupBy(postalCodes, ({ departement }) => departement);
  return departements
    .filter(({ code }) => byDepartement.has(code))
    .sort((left, right) => (left.code < right.code ? -1 : 1))
    .map(({ code, nom, region }) => {
      const places = byDepartement.get(code).filter(({ population }) => population > 0);
      const center = centerOf(outlines.get(code), places);
      return {
        code,
        name: nom,
        regionCode: region,
        agencyCode: AGENCY_OF_REGION[region] ?? null,
        ...center,
        radiusKm: RADIUS_WITHOUT_OUTLINE_KM[code] ?? medianDistanceKm(center, places),
        bounds: boundsOf([...pointsOfOutline(outlines.get(code)), ...places.map(({ point }) => asPair(point))]),
        population: places.reduce((sum, { population }) => sum + population, 0),
      };
    });
}

/** One record per agency: its number, INSEE region, and the bounds of everything it regulates. */
export function describeAgencies(departements) {
  const regulated = departements.filter(({ agencyCode }) => agencyCode !== null);
  return [...Map.groupBy(regulated, ({ agencyCode }) => agencyCode)]
    .sort(([left], [right]) => left - right)
    .map(([code, members]) => ({
      code,
      regionCode: Object.keys(AGENCY_OF_REGION).find(
        (region) => AGENCY_OF_REGION[region] === code && region.length === 2,
      ),
      bounds: boundsOf(
        members.flatMap(({ bounds: [west, south, east, north] }) => [
          [west, south],
          [east, north],
        ]),
      ),
      departements: members.map((one) => one.code),
    }));
}

function medianDistanceKm(center, places) {
  return Math.ceil(median(places.map(({ point, population }) => [distanceKm(center, point), population])));
}

function centerOf(outline, places) {
  if (outline !== undefined) {
    const [longitude, latitude] = geoCentroid(outline);
    return { latitude, longitude };
  }
  const mean = (read) => places.reduce((sum, { point }) => sum + read(point), 0) / places.length;
  return { latitude: mean((point) => point.latitude), longitude: mean((point) => point.longitude) };
}

function pointsOfOutline(outline) {
  if (outline === undefined) return [];
  const { type, coordinates } = outline.geometry;
  return type === 'Polygon' ? coordinates.flat() : coordinates.flat(2);
}

function asPair({ longitude, latitude }) {
  return [longitude, latitude];
}

function boundsOf(points) {
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of points) {
    bounds[0] = Math.min(bounds[0], longitude);
    bounds[1] = Math.min(bounds[1], latitude);
    bounds[2] = Math.max(bounds[2], longitude);
    bounds[3] = Math.max(bounds[3], latitude);
  }
  return bounds;
}
