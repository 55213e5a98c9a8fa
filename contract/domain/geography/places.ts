import type { AgencyCode } from './agency.ts';
import { agencyOfDepartement } from './agency.ts';
import { createCityIndex } from './city-index.ts';
import type { DepartementCode } from './departement.ts';
import type { Point } from './distance.ts';
import type { GeographyData, PostalCodeRow, PrecisionClass } from './geography-data.ts';
import { districtNumber, foldPlaceName } from './place-name.ts';
import { parsePostalCode } from './postal-code.ts';
import { createPostalPrefixes } from './postal-prefixes.ts';
import { createWeightedDraw } from './weighted-draw.ts';

/** How finely a point is known; `epci` is the intercommunality of the communes, `departement` means "à situer". */
export type Precision = 'commune' | 'epci' | 'arrondissement' | 'departement';

/** Which step of the CEDEX rule (GEODATA §2) found the place. */
export type PlaceRule = 'exact' | 'arrondissement' | 'city-name' | 'departement';

/** A postal code that could be placed on the map. */
export interface LocatedPlace extends Point {
  readonly precision: Precision;
  /** Usual error of the point, in km, to be said on screen ("± 12 km") when the precision is not `commune`. */
  readonly radiusKm: number;
  /** Commune whose point this is (the most populated of its postal code), or null for a mere département. */
  readonly city: string | null;
  readonly departement: DepartementCode;
  /** Agency that regulates the place; null for the collectivities that only the CCS sees. */
  readonly agency: AgencyCode | null;
  readonly rule: PlaceRule;
}

/** A postal code that means nothing, or a Corsican one that could be of either département (its agency is known). */
export interface UnknownPlace {
  readonly precision: 'unknown';
  readonly latitude: null;
  readonly longitude: null;
  readonly radiusKm: null;
  readonly city: null;
  readonly departement: null;
  readonly agency: AgencyCode | null;
  readonly rule: null;
}

export type Place = LocatedPlace | UnknownPlace;

/** A place drawn at random among the people of a département. */
export interface DrawnPlace extends LocatedPlace {
  readonly postalCode: string;
  readonly city: string;
}

/** The map of the postal codes, made once by {@link createPlaces}. */
export interface Places {
  /**
   * Places a postal code, by the CEDEX rule: (1) the code itself; (2) the district number of a Paris, Lyon or
   * Marseille CEDEX; (3) the city's name in the département of the code; (4) the département.
   *
   * The département of a known code is always the table's (97133 is 977), never its first digits. Where a code
   * serves two départements, it is the one of its most populated commune, so that the code alone decides.
   *
   * @param postalCode as typed; spaces and a lost leading zero are forgiven
   * @param city as typed, "CEDEX 05" included; needed only when the code is not in the table
   * @example
   * places.locate('54511', 'VANDOEUVRE LES NANCY CEDEX'); // city 'Vandœuvre-lès-Nancy', rule 'city-name'
   */
  locate(postalCode: string, city?: string): Place;
  /**
   * Draws a place in a département, each postal code as likely as it is populated.
   *
   * @param unit a number in [0, 1) from the caller's seeded source: the same number gives the same place
   */
  draw(departement: DepartementCode, unit: number): DrawnPlace;
  /** Inhabitants of a département: the sum over its postal codes. */
  populationOf(departement: DepartementCode): number;
  /** Every known postal code, sorted. */
  readonly postalCodes: readonly string[];
}

const PRECISIONS: Readonly<Record<PrecisionClass, Precision>> = {
  c: 'commune',
  e: 'epci',
  a: 'arrondissement',
  d: 'departement',
};

/** Usual error in km, measured against the official centroids (GEODATA §2); a département brings its own. */
const RADIUS_KM: Readonly<Record<Exclude<PrecisionClass, 'd'>, number>> = { c: 3, e: 12, a: 25 };

/** Cities divided in districts whose CEDEX number is the district: first digits of their codes, and codes of districts. */
const DIVIDED_CITIES = [
  { name: 'paris', prefix: /^75/u, base: 75000 },
  { name: 'lyon', prefix: /^69/u, base: 69000 },
  { name: 'marseille', prefix: /^13/u, base: 13000 },
] as const;

const UNKNOWN: UnknownPlace = {
  precision: 'unknown',
  latitude: null,
  longitude: null,
  radiusKm: null,
  city: null,
  departement: null,
  agency: null,
  rule: null,
};

/**
 * Makes the map of the postal codes from the checked content of resources/geo. Pure: reading files is the caller's.
 * The city index is built on the first code that is not in the table.
 */
export function createPlaces(data: GeographyData): Places {
  const rows = new Map(data.postalCodes.map((row) => [row[0], row]));
  const departements = new Map(data.departements.map((row) => [row[0], row]));
  const prefixes = createPostalPrefixes(data.postalCodes);
  const cities = createCityIndex(data.cityNames);
  const rowsOf = Map.groupBy(data.postalCodes, (row) => row[4]);
  const draws = new Map(
    [...rowsOf].map(([code, members]) => [code, createWeightedDraw(members, (row) => row[5])] as const),
  );

  function atRow(row: PostalCodeRow, rule: PlaceRule): LocatedPlace & { readonly city: string } {
    const [, latitude, longitude, precision, departement, , city] = row;
    const radiusKm = precision === 'd' ? radiusOf(departement) : RADIUS_KM[precision];
    const agency = agencyOfDepartement(departement)?.code ?? null;
    return { latitude, longitude, precision: PRECISIONS[precision], radiusKm, city, departement, agency, rule };
  }

  function radiusOf(departement: DepartementCode): number {
    return departements.get(departement)?.[6] ?? 0;
  }

  function byDistrict(postalCode: string, city: string): PostalCodeRow | undefined {
    const folded = foldPlaceName(city);
    const divided = DIVIDED_CITIES.find(({ name, prefix }) => prefix.test(postalCode) && folded.startsWith(name));
    const district = districtNumber(city);
    return divided && district !== null ? rows.get(String(divided.base + district)) : undefined;
  }

  function byCityName(candidates: readonly DepartementCode[], city: string): LocatedPlace | null {
    for (const departement of candidates) {
      const found = cities.find(departement, city);
      const row = found && rows.get(found.postalCode);
      if (row) return { ...atRow(row, 'city-name'), city: found.name };
    }
    return null;
  }

  function byDepartement(candidates: readonly DepartementCode[]): Place {
    const [only, ...others] = candidates;
    const row = only === undefined ? undefined : departements.get(only);
    if (row === undefined) return UNKNOWN;
    const agency = agencyOfDepartement(row[0])?.code ?? null;
    if (others.length > 0) return { ...UNKNOWN, agency };
    const [departement, , , , latitude, longitude, radiusKm] = row;
    return {
      latitude,
      longitude,
      precision: 'departement',
      radiusKm,
      city: null,
      departement,
      agency,
      rule: 'departement',
    };
  }

  return {
    postalCodes: [...rows.keys()],
    populationOf: (departement) => departements.get(departement)?.[8] ?? 0,
    locate(postalCode, city = '') {
      const code = parsePostalCode(postalCode);
      if (code === null) return UNKNOWN;
      const exact = rows.get(code);
      if (exact) return atRow(exact, 'exact');
      const district = byDistrict(code, city);
      if (district) return atRow(district, 'arrondissement');
      const candidates = prefixes.departementsOf(code);
      return byCityName(candidates, city) ?? byDepartement(candidates);
    },
    draw(departement, unit) {
      const draw = draws.get(departement);
      if (draw === undefined) throw new RangeError(`No postal code in département ${departement}`);
      const row = draw(unit);
      return { ...atRow(row, 'exact'), postalCode: row[0] };
    },
  };
}
