import { feature } from 'topojson-client';

/** Countries drawn in grey around the métropole and the overseas départements: Natural Earth name to French name. */
const NEIGHBOURS = {
  Algeria: 'Algérie',
  Andorra: 'Andorre',
  Austria: 'Autriche',
  Belgium: 'Belgique',
  Brazil: 'Brésil',
  Comoros: 'Comores',
  Croatia: 'Croatie',
  Czechia: 'Tchéquie',
  Denmark: 'Danemark',
  Dominica: 'Dominique',
  Germany: 'Allemagne',
  Guernsey: 'Guernesey',
  Ireland: 'Irlande',
  Italy: 'Italie',
  Jersey: 'Jersey',
  Liechtenstein: 'Liechtenstein',
  Luxembourg: 'Luxembourg',
  Monaco: 'Monaco',
  Morocco: 'Maroc',
  Netherlands: 'Pays-Bas',
  Portugal: 'Portugal',
  'Saint Lucia': 'Sainte-Lucie',
  'San Marino': 'Saint-Marin',
  Slovenia: 'Slovénie',
  Spain: 'Espagne',
  Suriname: 'Suriname',
  Switzerland: 'Suisse',
  Tunisia: 'Tunisie',
  'United Kingdom': 'Royaume-Uni',
};

/**
 * The neighbouring countries, as GeoJSON features with exact coordinates.
 *
 * @throws Error when the world atlas no longer has one of them
 */
export function drawNeighbours({ world }) {
  const countries = new Map(
    feature(world, world.objects.countries).features.map((one) => [one.properties.name, one.geometry]),
  );
  return Object.entries(NEIGHBOURS).map(([atlasName, name]) => {
    const geometry = countries.get(atlasName);
    if (geometry === undefined) throw new Error(`The world atlas has no country "${atlasName}"`);
    return { type: 'Feature', properties: { name }, geometry };
  });
}
