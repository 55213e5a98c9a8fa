import type { DepartementCode } from './departement.ts';

/** One end of a journey: its département, and its postal code where a small island has one of its own. */
export interface JourneyEnd {
  readonly departement: DepartementCode;
  readonly postalCode?: string;
}

/** Départements that are islands, or lie beyond an ocean; all the others share the mainland. */
const LANDS: ReadonlyMap<DepartementCode, string> = new Map([
  ['2A', 'corsica'],
  ['2B', 'corsica'],
  ['971', 'guadeloupe'],
  ['972', 'martinique'],
  ['973', 'guyane'],
  ['974', 'reunion'],
  ['975', 'saint-pierre-et-miquelon'],
  ['976', 'mayotte'],
  ['977', 'saint-barthelemy'],
  ['978', 'saint-martin'],
  ['986', 'wallis-et-futuna'],
  ['987', 'polynesie'],
  ['988', 'nouvelle-caledonie'],
]);

/**
 * Islands that have postal codes of their own, which no bridge links to their département. An island that shares its
 * code with the coast (Houat and Hœdic with Quiberon) cannot be told from it.
 */
export const ISLAND_POSTAL_CODES: ReadonlyMap<string, string> = new Map([
  ['17123', 'aix'],
  ['22870', 'brehat'],
  ['29242', 'ouessant'],
  ['29253', 'batz'],
  ['29259', 'molene'],
  ['29990', 'sein'],
  ['56360', 'belle-ile'],
  ['56590', 'groix'],
  ['56780', 'ile-aux-moines'],
  ['56840', 'arz'],
  ['85350', 'yeu'],
  ['97112', 'marie-galante'],
  ['97127', 'la-desirade'],
  ['97134', 'marie-galante'],
  ['97136', 'terre-de-bas'],
  ['97137', 'terre-de-haut'],
  ['97140', 'marie-galante'],
  ['97615', 'petite-terre'],
]);

/**
 * True when a ship or a plane is needed between two places, so that their bird's-eye distance misleads: 190 km from
 * Guadeloupe to Martinique is not 190 km of road. The screen then says "outre-mer / île" beside the distance.
 *
 * @example
 * isSeaBetween({ departement: '971' }, { departement: '972' });                      // true
 * isSeaBetween({ departement: '29', postalCode: '29242' }, { departement: '29' });   // true: Ouessant
 * isSeaBetween({ departement: '2A' }, { departement: '2B' });                        // false
 */
export function isSeaBetween(from: JourneyEnd, to: JourneyEnd): boolean {
  return landOf(from) !== landOf(to);
}

/** Name of the land a place stands on, the same for two places that a road joins. */
export function landOf({ departement, postalCode }: JourneyEnd): string {
  const island = postalCode === undefined ? undefined : ISLAND_POSTAL_CODES.get(postalCode);
  return island ?? LANDS.get(departement) ?? 'mainland';
}
