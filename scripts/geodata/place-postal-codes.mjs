import { filedUnder } from './filed-under.mjs';

/** Cities divided in arrondissements: their own entry is used only for a postal code no arrondissement has. */
const DIVIDED_CITIES = ['75056', '69123', '13055'];

/** A village counts as at least this many people when communes are averaged, so that it is not lost. */
const LEAST_WEIGHT = 50;

/**
 * One record per postal code: point, most populated commune, département, precision class and population.
 *
 * The class says what the point is the mean of: `c` the located communes of the code, weighted by population;
 * `e` their intercommunality; `a` their arrondissement; `d` their département.
 *
 * @param communePoints what {@link file://./place-communes.mjs} returns
 * @returns records sorted by postal code; a code that nothing places has `point: null`, which the checks refuse
 */
export function placePostalCodes(sources, communePoints) {
  const areas = areasWithPoints(sources, communePoints);
  return [...communesByPostalCode(sources)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([postalCode, communes]) => {
      const [main] = [...communes].sort((left, right) => populationOf(right) - populationOf(left));
      const inhabitants = communes.reduce((sum, one) => sum + populationOf(one) / one.codesPostaux.length, 0);
      return {
        postalCode,
        ...(placeOne(communes, communePoints, areas) ?? { point: null, precision: null }),
        city: main.nom.replace(/ Arrondissement$/u, ''),
        departement: filedUnder(main.departement),
        population: Math.round(inhabitants),
      };
    });
}

/** Map of postal code to the communes it serves. */
export function communesByPostalCode({ communes }) {
  const served = new Map();
  const add = (postalCode, commune) => served.set(postalCode, [...(served.get(postalCode) ?? []), commune]);
  const divided = communes.filter(({ code }) => DIVIDED_CITIES.includes(code));
  for (const commune of communes) {
    if (!divided.includes(commune)) for (const postalCode of commune.codesPostaux ?? []) add(postalCode, commune);
  }
  for (const commune of divided) {
    for (const postalCode of commune.codesPostaux ?? []) if (!served.has(postalCode)) add(postalCode, commune);
  }
  return served;
}

function areasWithPoints({ communes, intercommunalities }, communePoints) {
  const intercommunalityOf = new Map(
    intercommunalities.flatMap(({ code, membres }) => membres.map((member) => [member.code, code])),
  );
  const levels = [
    { precision: 'e', areaOf: (commune) => intercommunalityOf.get(commune.code) },
    { precision: 'a', areaOf: (commune) => commune.arrondissement },
    { precision: 'd', areaOf: (commune) => commune.departement },
  ];
  const located = communes.filter(({ code }) => communePoints.has(code));
  return levels.map((level) => ({ ...level, members: Map.groupBy(located, level.areaOf) }));
}

function placeOne(communes, communePoints, areas) {
  const located = communes.filter(({ code }) => communePoints.has(code));
  if (located.length > 0) {
    const weight = (commune) => Math.max(populationOf(commune), LEAST_WEIGHT);
    return { point: meanPoint(located, communePoints, weight), precision: 'c' };
  }
  for (const { precision, areaOf, members } of areas) {
    const keys = [...new Set(communes.map(areaOf).filter((key) => key !== undefined))];
    const around = keys.flatMap((key) => members.get(key) ?? []);
    if (around.length > 0) return { point: meanPoint(around, communePoints, () => 1), precision };
  }
  return null;
}

function meanPoint(communes, communePoints, weightOf) {
  let total = 0;
  let latitude = 0;
  let longitude = 0;
  for (const commune of communes) {
    const point = communePoints.get(commune.code);
    const weight = weightOf(commune);
    total += weight;
    latitude += weight * point.latitude;
    longitude += weight * point.longitude;
  }
  return { latitude: latitude / total, longitude: longitude / total };
}

function populationOf(commune) {
  return commune.population ?? 0;
}
