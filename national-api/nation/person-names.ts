/**
 * Invented people. First names are common ones; family names are half common ones, half put together from words of the
 * countryside ("Roche" + "brune"), so that no list of real people was needed and few combinations exist.
 */
import type { Random } from './random.ts';

const FIRST_NAMES =
  `Adèle Adrien Agathe Agnès Aïcha Alain Alexandre Alice Aline Amandine Amélie Amina Anaïs André Anne Anne-Laure
Anne-Sophie Antoine Apolline Arnaud Arthur Aude Aurélie Baptiste Barbara Bastien Bénédicte Benjamin Benoît Bernadette
Bertrand Brigitte Bruno Camille Carine Carole Caroline Catherine Cécile Céline Chantal Charlène Charlotte Chloé Christelle
Christian Christine Claire Claude Clémence Clément Colette Coralie Corentin Cyril Damien Daniel Danielle David Delphine
Denis Diane Didier Dominique Dorothée Édouard Élisabeth Élise Élodie Éloïse Émilie Emma Emmanuel Emmanuelle Éric Estelle
Étienne Eugénie Eva Évelyne Fabien Fabienne Fabrice Fanny Fatima Fatou Florence Florent Florian Françoise François Frédéric
Gabriel Gaëlle Gaëtan Geneviève Georges Gérard Ghislaine Gilles Gisèle Grégoire Grégory Guillaume Guy Hélène Henri Hervé
Hugo Inès Irène Isabelle Jacqueline Jacques Jean Jeanne Jean-Luc Jean-Marc Jean-Pierre Jérôme Joël Joëlle Joseph Josiane
Julie Julien Juliette Justine Karim Karine Khadija Laëtitia Laura Laurence Laurent Léa Leïla Léo Liliane Lionel Loïc Louis
Louise Luc Lucas Lucie Ludivine Ludovic Lydie Madeleine Magali Manon Marc Marcel Margaux Marguerite Maria Marianne Marie
Marie-Hélène Marie-Line Marine Marion Marius Marlène Martine Maryse Mathieu Mathilde Maud Maurice Maxime Mélanie Mélissa
Michel Michèle Mireille Mohamed Monique Morgane Muriel Myriam Nadège Nadia Nathalie Nathan Nicolas Nicole Noémie Océane
Odile Olivia Olivier Pascal Pascale Patrice Patricia Patrick Paul Pauline Perrine Philippe Pierre Quentin Rachel Raphaël
Raymond Régine Rémi Renée Richard Robert Roland Romain Rose Roxane Sabine Sabrina Salomé Samia Samuel Sandra Sandrine
Sarah Sébastien Serge Séverine Simon Simone Solange Solène Sonia Sophie Stéphane Stéphanie Suzanne Sylvain Sylvie Tatiana
Théo Thérèse Thibault Thierry Thomas Tiphaine Valentin Valérie Vanessa Véronique Victor Vincent Virginie Viviane Xavier
Yann Yannick Yasmine Yves Yvette Yvonne Zoé`.split(/\s+/);

const COMMON_LAST_NAMES =
  `Adam Andre Arnaud Aubert Bailly Barbier Benoit Berger Bernard Bertrand Besson Blanc Blanchard Bonnet Boucher
Bourgeois Boyer Brun Brunet Caron Carpentier Charles Charpentier Chevalier Clement Colin Collet Cousin David Denis Deschamps
Dubois Dufour Dumont Dupont Durand Duval Étienne Fabre Faure Fleury Fontaine Fournier Gaillard Garnier Gautier Gérard Gilles
Girard Giraud Guérin Guillaume Hébert Henry Hubert Huet Jacquet Jean Joly Julien Lacroix Lambert Laurent Lebrun Leclerc
Lefebvre Leger Lemaire Lemoine Leroux Leroy Louis Lucas Maillard Mallet Marchand Marie Martin Martinez Masson Mathieu Menard
Mercier Meunier Meyer Michel Millet Morel Moulin Muller Nguyen Nicolas Noël Olivier Paris Perret Perrin Petit Philippe Picard
Pierre Poirier Prevost Rey Richard Rivière Robert Robin Roche Roger Rolland Rousseau Roussel Roux Roy Royer Sanchez Schmitt
Simon Thomas Vidal Vincent Weber Diallo Traoré Benali Haddad Payet Hoarau Grondin Célestine Mbappou`.split(/\s+/);

const BEGINNINGS =
  `Beau Belle Blanc Bois Bon Bourg Bru Champ Char Château Clair Com Cour Crève Dam Fon Font Fort Four Fran Frai Grand
Grand Haut Lan Long Mal Mar Mont Mor Noir Pierre Plain Pré Ques Rive Roche Rouge Saint Sau Tourne Val Vau Vert Ville`.split(
    /\s+/,
  );

const ENDINGS =
  `bel blanc bois bourg brune camp castel champ clair combe court croix dieu fleur font fontaine fort garde gaud
ignac lac lande lieu lune mare mont moulin neuve noir pierre pont pré puy rieux rive roche roux sol sourd tour vallon vert
vieille ville voisin`.split(/\s+/);

/** Legal names that break careless software: apostrophes, several words, hyphens, accents, one letter, great length. */
const ODD_LAST_NAMES = [
  "N'Exemple",
  "L'Hermine",
  "d'Aubépine-Démonstration",
  'De La Fontaine aux Exemples',
  'Ô',
  'Le Goff-Démo',
  'Œuvrard-Exemple',
  'Ça-Ira',
  'Ñuñez-Ejemplo',
  'Łukasiewicz-Exemple',
  'Çelik-Örnek',
  'de Rochebrune de Beauvallon de Montclair-Fontaine du Puy-Saint-Exemple',
] as const;

export interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
}

const ODD_SHARE = 0.006;
const DOUBLE_SHARE = 0.06;

function lastName(random: Random): string {
  if (random.chance(0.5)) return random.pick(COMMON_LAST_NAMES);
  return `${random.pick(BEGINNINGS)}${random.pick(ENDINGS)}`;
}

/** One invented person. */
export function drawPersonName(random: Random): PersonName {
  const firstName = random.pick(FIRST_NAMES);
  if (random.chance(ODD_SHARE)) return { firstName, lastName: random.pick(ODD_LAST_NAMES) };
  const name = lastName(random);
  return { firstName, lastName: random.chance(DOUBLE_SHARE) ? `${name}-${lastName(random)}` : name };
}

/** What of a name may stand in an e-mail address. */
export function addressPart(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/œ/giu, 'oe')
    .replace(/ł/giu, 'l')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 24).replace(/-+$/, '') || 'x';
}

/** ARCEP keeps these blocks for fiction: no such number rings anywhere. */
const LANDLINE_BLOCKS = ['019900', '026191', '035301', '046571', '053649'] as const;

/** A mobile or landline number that nobody has. */
export function drawPhone(random: Random, kind: 'mobile' | 'landline'): string {
  const block = kind === 'mobile' ? '063998' : random.pick(LANDLINE_BLOCKS);
  return block + String(random.integer(0, 9_999)).padStart(4, '0');
}
