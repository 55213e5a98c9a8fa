/** Names that nobody can take for a real establishment: each one says "de démonstration" (GEODATA §5). */
import type { EstablishmentCategoryCode, EstablishmentFamily } from '../../contract/domain/establishment-category.ts';
import { createWeightedDraw } from '../../contract/domain/geography/weighted-draw.ts';
import type { Random } from './random.ts';

const GARDENS =
  `Les Tilleuls,Les Glycines,Les Marronniers,La Roseraie,Le Clos fleuri,Les Mimosas,Les Acacias,La Source,Les Hirondelles,
Le Val d'Or,Les Coquelicots,L'Orée du Bois,Les Jardins d'Automne,La Pommeraie,Les Lavandes,Le Belvédère,Les Bruyères,La Chênaie,
Les Capucines,Le Parc,L'Olivaie,Les Magnolias,La Clairière,Les Genêts,Le Moulin,Les Quatre Saisons,La Cerisaie,Les Ajoncs,
L'Âge d'Or,Les Alizés,Le Lagon,Les Flamboyants,Les Érables,La Fontaine,Les Cigales,L'Aubépine`.split(/,\s*/);

type Draw = { readonly category: EstablishmentCategoryCode; readonly name: string };
type Kind = readonly [category: EstablishmentCategoryCode, share: number, prefix: string, named: 'garden' | 'city'];

const KINDS: Readonly<Record<EstablishmentFamily, readonly Kind[]>> = {
  ehpad: [['500', 1, 'EHPAD de démonstration', 'garden']],
  hospital: [
    ['355', 10, 'Centre hospitalier de démonstration', 'city'],
    ['101', 2, 'CHU de démonstration', 'city'],
    ['365', 4, 'Clinique de démonstration', 'garden'],
    ['109', 3, 'SSR de démonstration', 'garden'],
    ['362', 1, 'USLD de démonstration', 'garden'],
    ['127', 1, 'HAD de démonstration', 'city'],
    ['141', 1, 'Centre de dialyse de démonstration', 'city'],
  ],
  psychiatry: [
    ['292', 3, 'Centre psychiatrique de démonstration', 'city'],
    ['156', 1, 'CMP de démonstration', 'city'],
  ],
  'senior-residence': [['202', 1, 'Résidence autonomie de démonstration', 'garden']],
  'home-care': [
    ['354', 5, 'SSIAD de démonstration', 'city'],
    ['spasad', 1, 'SPASAD de démonstration', 'city'],
    ['460', 3, 'SAAD de démonstration', 'city'],
  ],
  disability: [
    ['255', 3, 'MAS de démonstration', 'garden'],
    ['437', 2, 'FAM de démonstration', 'garden'],
  ],
  'primary-care': [
    ['124', 1, 'Centre de santé de démonstration', 'city'],
    ['603', 1, 'Maison de santé de démonstration', 'garden'],
  ],
  training: [['autre-6', 1, 'Institut de formation de démonstration', 'city']],
  'vaccination-centre': [['centre-vaccination', 1, 'Centre de vaccination de démonstration', 'city']],
  other: [
    ['132', 1, 'Établissement de transfusion de démonstration', 'city'],
    ['autre-4', 1, 'Service social de démonstration', 'garden'],
  ],
};

/** One name in a few hundred is as long as forms allow. */
const LONG_NAME_SHARE = 0.004;
const LONG_TAIL =
  ' – Groupement de coopération sociale et médico-sociale « L’Âge d’Or & Cie » (site fictif n° 2, bâtiment Œillet, accès « livraisons »)';

/** A category of the family, and a fictitious name in a city. */
export function drawEstablishmentName(random: Random, family: EstablishmentFamily, city: string): Draw {
  const [category, , prefix, named] = createWeightedDraw(KINDS[family], ([, share]) => share)(random.unit());
  const tail = random.chance(LONG_NAME_SHARE) ? LONG_TAIL : '';
  return { category, name: `${prefix} – ${named === 'city' ? city : random.pick(GARDENS)}${tail}` };
}

const STREETS =
  `rue de la République,rue des Écoles,avenue du Général-de-Démonstration,place de l'Église,rue du 11-Novembre,chemin des
Vignes,rue de l'Hôpital,allée des Tilleuls,boulevard de la Gare,route de la Forêt,impasse du Puits,quai de l'Exemple`.split(
    /,\s*/,
  );

export function drawAddress(random: Random): string {
  const extension = random.chance(0.1) ? ' bis' : '';
  return `${random.integer(1, 180)}${extension} ${random.pick(STREETS).replace(/\s+/g, ' ')}`;
}
