import { formatTime } from './format.ts';

/** What covers a workstation that nobody touches. French. */
export const FR_LOCK = {
  title: 'Poste verrouillé',
  since: (at: string | null) =>
    at === null ? 'Verrouillé : personne n’y touchait plus.' : `Verrouillé à ${formatTime(at)}.`,
  person: (name: string) => `Le travail en cours est celui de ${name}.`,
  safe: 'Ce qui était saisi est resté en place, et vos décisions sont gardées.',
  unlock: 'Se reconnecter pour reprendre',
  system: 'Hors réseau, verrouillez puis rouvrez la session du système : le poste se rouvre avec elle.',
} as const;
