/**
 * Islands and remote communes that GeoNames' towns of more than 1,000 people lack: facts typed by hand, within 2 km.
 * The name is there to be checked: a code that no longer bears it stops the build.
 */
export const HAND_PLACED = [
  { code: '97701', name: 'Saint-Barthélemy', latitude: 17.897, longitude: -62.85 },
  { code: '97801', name: 'Saint-Martin', latitude: 18.067, longitude: -63.083 },
  { code: '98901', name: 'Île de Clipperton', latitude: 10.3, longitude: -109.22 },
  { code: '97352', name: 'Saül', latitude: 3.62, longitude: -53.21 },
  { code: '97358', name: 'Saint-Élie', latitude: 4.83, longitude: -53.28 },
  { code: '97362', name: 'Papaichton', latitude: 3.8, longitude: -54.15 },
  { code: '97314', name: 'Ouanary', latitude: 4.21, longitude: -51.67 },
  { code: '97313', name: 'Montsinéry-Tonnegrande', latitude: 4.89, longitude: -52.49 },
  { code: '29083', name: 'Île-de-Sein', latitude: 48.036, longitude: -4.85 },
  { code: '29155', name: 'Ouessant', latitude: 48.457, longitude: -5.096 },
  { code: '22016', name: 'Île-de-Bréhat', latitude: 48.848, longitude: -3.003 },
  { code: '29084', name: 'Île-Molène', latitude: 48.397, longitude: -4.956 },
  { code: '29082', name: 'Île-de-Batz', latitude: 48.745, longitude: -4.01 },
  { code: '97131', name: 'Terre-de-Haut', latitude: 15.867, longitude: -61.582 },
  { code: '97126', name: 'Saint-Louis', latitude: 15.956, longitude: -61.315 },
  { code: '97108', name: 'Capesterre-de-Marie-Galante', latitude: 15.9, longitude: -61.22 },
  { code: '64316', name: 'Larrau', latitude: 43.018, longitude: -0.955 },
  { code: '64533', name: 'Tardets-Sorholus', latitude: 43.117, longitude: -0.863 },
  { code: '04006', name: 'Allos', latitude: 44.241, longitude: 6.628 },
  { code: '48198', name: 'Villefort', latitude: 44.438, longitude: 3.929 },
];

/** Communes whose GeoNames point is wrong (namesakes and misplacements, found against the IGN centroids). */
export const WRONGLY_PLACED = ['40271', '62869', '76486'];
