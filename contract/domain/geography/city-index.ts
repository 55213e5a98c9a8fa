import type { DepartementCode } from './departement.ts';
import type { CityNamesRow } from './geography-data.ts';
import { foldPlaceName } from './place-name.ts';

/** A commune found by its name: the name as it is officially written, and the postal code it is placed under. */
export interface FoundCity {
  readonly name: string;
  readonly postalCode: string;
}

/** Finds communes by name inside a département, whatever the spelling. */
export interface CityIndex {
  find(departement: DepartementCode, city: string): FoundCity | null;
}

/**
 * Makes the index of city names. Each département is folded when it is first asked for: most sessions never meet a
 * CEDEX code, and none pays for 37,000 names to show a table.
 */
export function createCityIndex(rows: readonly CityNamesRow[]): CityIndex {
  const rowsOf = Map.groupBy(rows, ([departement]) => departement);
  const folded = new Map<DepartementCode, ReadonlyMap<string, FoundCity>>();

  function namesOf(departement: DepartementCode): ReadonlyMap<string, FoundCity> {
    const known = folded.get(departement);
    if (known) return known;
    const cities = (rowsOf.get(departement) ?? []).flatMap(([, postalCode, names]) =>
      names.map((name) => [foldPlaceName(name), { name, postalCode }] as const),
    );
    const made = new Map(cities);
    folded.set(departement, made);
    return made;
  }

  return {
    find: (departement, city) => namesOf(departement).get(foldPlaceName(city)) ?? null,
  };
}
