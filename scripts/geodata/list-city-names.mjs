import { filedUnder } from './filed-under.mjs';
import { foldName } from './fold-name.mjs';

/**
 * The names by which a city can be found when the postal code itself is unknown (CEDEX): for each département, for
 * each postal code, the communes it serves. A commune is listed once, under the code that ends in "00" when it has
 * one (the town centre), else under its first. Former communes are listed under their present commune's code, unless
 * a present commune of the département bears the same name.
 *
 * @returns records {departement, postalCode, names}, sorted
 */
export function listCityNames({ communes, formerCommunes }) {
  const present = communes.filter(({ type, codesPostaux }) => type === 'commune-actuelle' && codesPostaux?.length > 0);
  const parents = new Map(present.map((commune) => [commune.code, commune]));
  const listed = new Map();
  const list = (departement, name, codes) => {
    const key = `${departement}|${foldName(name)}`;
    if (!listed.has(key)) listed.set(key, { departement: filedUnder(departement), name, postalCode: bestCode(codes) });
  };
  for (const { departement, nom, codesPostaux } of present) list(departement, nom, codesPostaux);
  for (const { chefLieu, nom, codesPostaux } of formerCommunes) {
    const parent = parents.get(chefLieu);
    if (parent !== undefined) list(parent.departement, nom, codesPostaux ?? parent.codesPostaux);
  }
  const bySlot = Map.groupBy(listed.values(), ({ departement, postalCode }) => `${departement} ${postalCode}`);
  return [...bySlot]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, [first, ...others]]) => ({
      departement: first.departement,
      postalCode: first.postalCode,
      names: [first, ...others].map(({ name }) => name).sort(),
    }));
}

function bestCode(codes) {
  const sorted = [...codes].sort();
  return sorted.find((code) => code.endsWith('00')) ?? sorted[0];
}
