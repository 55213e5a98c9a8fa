import { foldName } from './fold-name.mjs';
import { HAND_PLACED, WRONGLY_PLACED } from './hand-placed.mjs';

/** GeoNames files the overseas under their own country codes. */
const DEPARTEMENT_OF_COUNTRY = {
  GP: '971',
  MQ: '972',
  GF: '973',
  RE: '974',
  YT: '976',
  PM: '975',
  BL: '977',
  MF: '978',
  WF: '986',
  PF: '987',
  NC: '988',
};

const isFrench = (country) => country === 'FR' || country in DEPARTEMENT_OF_COUNTRY;

/**
 * The point of each commune that can be placed: Map of INSEE code to {latitude, longitude}.
 *
 * Four sources, the surest first: the GeoNames towns that bear an INSEE code; the GeoNames towns whose name is
 * known in the same département; the numbered districts of Paris, Lyon and Marseille; the table typed by hand.
 *
 * @throws Error when a code of the hand-typed table does not bear the name written beside it.
 */
export function placeCommunes(sources) {
  const communes = new Map(sources.communes.map((commune) => [commune.code, commune]));
  const points = placeByInsee(communes, sources);
  for (const [code, point] of placeByName(communes, sources)) if (!points.has(code)) points.set(code, point);
  for (const [code, point] of placeDistricts(sources)) points.set(code, point);
  for (const { code, name, latitude, longitude } of HAND_PLACED) {
    const found = communes.get(code)?.nom;
    if (found !== name) throw new Error(`Hand-placed ${code} should be ${name}, the official code says ${found}`);
    if (!points.has(code)) points.set(code, { latitude, longitude });
  }
  for (const code of WRONGLY_PLACED) points.delete(code);
  return points;
}

/** A commune has several GeoNames towns: its namesake wins, then an administrative seat, then the most populated. */
function placeByInsee(communes, { formerCommunes, townsWithInsee }) {
  const parents = new Map(formerCommunes.map(({ code, chefLieu }) => [code, chefLieu]));
  const best = new Map();
  for (const town of townsWithInsee) {
    if (!isFrench(town.country) || !town.muniSub) continue;
    const code = communes.has(town.muniSub) ? town.muniSub : parents.get(town.muniSub);
    const commune = communes.get(code);
    if (commune === undefined) continue;
    const rank = rankOfTown(town, commune);
    const [longitude, latitude] = town.loc.coordinates;
    if (!best.has(code) || best.get(code).rank < rank) best.set(code, { rank, point: { latitude, longitude } });
  }
  return new Map([...best].map(([code, { point }]) => [code, point]));
}

function rankOfTown({ name, featureCode, population }, commune) {
  const sameName = foldName(name) === foldName(commune.nom) ? 1e9 : 0;
  const seat = featureCode === 'PPLC' || featureCode.startsWith('PPLA') ? 1e8 : 0;
  const district = featureCode === 'PPLX' ? -1e8 : 0;
  return sameName + seat + district + (population || 0);
}

/** Names, in their département; a town that bears the commune's present name wins over one that bears a former name. */
function placeByName(communes, { formerCommunes, townsByName }) {
  const key = (departement, name) => `${departement}|${foldName(name)}`;
  const codes = new Map();
  for (const { nom, departement, chefLieu } of formerCommunes) {
    codes.set(key(departement ?? communes.get(chefLieu)?.departement, nom), { code: chefLieu, exact: false });
  }
  for (const { code, nom, departement } of communes.values()) codes.set(key(departement, nom), { code, exact: true });
  const placed = new Map();
  for (const town of townsByName) {
    const departement = town.country === 'FR' ? town.admin2 : DEPARTEMENT_OF_COUNTRY[town.country];
    const match = departement === undefined ? undefined : codes.get(key(departement, town.name));
    if (match === undefined || !communes.has(match.code)) continue;
    if (placed.has(match.code) && !match.exact) continue;
    placed.set(match.code, { latitude: Number(town.lat), longitude: Number(town.lng) });
  }
  return placed;
}

/** "Paris 13 Gobelins", "Lyon 03", "Marseille 08": the 45 municipal arrondissements. */
function placeDistricts({ townsByName }) {
  const placed = new Map();
  for (const town of townsByName) {
    const [, city, number] =
      /^(Paris|Lyon|Marseille) (\d\d)(?: |$)/u.exec(town.country === 'FR' ? town.name : '') ?? [];
    if (city === undefined) continue;
    const code = { Paris: 75100, Lyon: 69380, Marseille: 13200 }[city] + Number(number);
    placed.set(String(code), { latitude: Number(town.lat), longitude: Number(town.lng) });
  }
  return placed;
}
