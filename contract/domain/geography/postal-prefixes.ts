import type { DepartementCode } from './departement.ts';
import { isDepartementCode } from './departement.ts';
import type { PostalCodeRow } from './geography-data.ts';

/** Tells which département an unknown postal code may belong to. */
export interface PostalPrefixes {
  /** One département, both of Corsica when the digits do not tell, or none; never more. */
  departementsOf(postalCode: string): readonly DepartementCode[];
}

const CORSICA = ['2A', '2B'] as const satisfies readonly DepartementCode[];

/**
 * Makes the fallback for codes that are not in the table (CEDEX, mistakes). Overseas, the first three digits are the
 * département; on the mainland, the first two. Corsica is read from the table: a beginning of three digits that all
 * its known codes give to one département gives it to the unknown code too (202xx is 2B), others leave both (203xx).
 */
export function createPostalPrefixes(rows: readonly PostalCodeRow[]): PostalPrefixes {
  const corsican = Map.groupBy(
    rows.filter(([postalCode]) => postalCode.startsWith('20')),
    ([postalCode]) => postalCode.slice(0, 3),
  );

  function corsicaOf(prefix: string): readonly DepartementCode[] {
    const [first, ...others] = new Set(corsican.get(prefix)?.map((row) => row[4]));
    return first !== undefined && others.length === 0 ? [first] : CORSICA;
  }

  return {
    departementsOf(postalCode) {
      if (postalCode.startsWith('20')) return corsicaOf(postalCode.slice(0, 3));
      const overseas = postalCode.startsWith('97') || postalCode.startsWith('98');
      const code = postalCode.slice(0, overseas ? 3 : 2);
      return isDepartementCode(code) ? [code] : [];
    },
  };
}
