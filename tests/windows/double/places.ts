/** Real places of the Grand-Est; the establishments in them are invented and say so. */
export const PLACES = [
  ['54000', 'Nancy', '54'],
  ['54700', 'Pont-à-Mousson', '54'],
  ['57000', 'Metz', '57'],
  ['57200', 'Sarreguemines', '57'],
  ['67000', 'Strasbourg', '67'],
  ['67600', 'Sélestat', '67'],
  ['68000', 'Colmar', '68'],
  ['68100', 'Mulhouse', '68'],
  ['88000', 'Épinal', '88'],
  ['10000', 'Troyes', '10'],
  ['51100', 'Reims', '51'],
  ['08000', 'Charleville-Mézières', '08'],
  ['52100', 'Saint-Dizier', '52'],
  ['55000', 'Bar-le-Duc', '55'],
] as const;

export const ESTABLISHMENTS = [
  ['EHPAD de démonstration – Les Tilleuls', 'ehpad'],
  ['EHPAD de démonstration – La Clairière', 'ehpad'],
  ['Centre hospitalier fictif', 'hospital'],
  ['Clinique fictive Saint-Exemple', 'hospital'],
  ['SSIAD de démonstration', 'home-care'],
  ['Foyer d’accueil fictif – Les Mésanges', 'disability'],
  ['Centre de vaccination fictif', 'vaccination-centre'],
] as const;

export const PROFESSIONS = [
  'infirmier-diplome-etat',
  'aide-soignant',
  'agent-de-service',
  'medecin-generaliste',
  'iade',
  'auxiliaire-de-vie',
  'etudiant-infirmier',
  'masseur-kinesitherapeute',
] as const;

export const LAST_NAMES = ['Exemple', 'Fictif', 'Démo', 'Inventé', 'Modèle', 'Essai', 'Témoin', 'Martin-Test'] as const;
export const FIRST_NAMES = [
  'Alix',
  'Camille',
  'Dominique',
  'Noa',
  'Sacha',
  'Charlie',
  'Maxime',
  'Lou',
  'Claude',
] as const;
