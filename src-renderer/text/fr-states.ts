/** What any window says of its own state: age of data, read-only, no right, what could not be read again. French. */
import { formatMoment, formatSeconds, formatTime, plural } from './format.ts';

const MINUTE = 60_000;

/** @example ageWords(42 * 60_000) // '42 min' */
function ageWords(ageMs: number): string {
  const minutes = Math.floor(ageMs / MINUTE);
  if (minutes < 1) return formatSeconds(Math.floor(ageMs / 1_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : plural(Math.floor(hours / 24), 'jour', 'jours');
}

export const FR_STATES = {
  age: (ageMs: number, heardAt: string | null) =>
    ageMs < MINUTE ? 'Données à jour' : `Données de ${formatTime(heardAt)} (il y a ${ageWords(ageMs)})`,
  ofSnapshot: (takenAt: string) => `Données de l’instantané (${formatMoment(takenAt)})`,
  ageUnknown: 'Données jamais synchronisées',
  stale: (ageMs: number) => `Ces données datent de ${ageWords(ageMs)} : quelqu’un a pu décider depuis.`,
  decideAnyway: 'Je décide quand même sur ces données',
  readsOnly: 'Votre habilitation permet de lire, pas de décider.',
  rightWithdrawn: 'Votre habilitation a été retirée : la lecture reste possible, aucune décision ne part.',
  reviewOnly: 'Relecture d’un instantané : rien ne s’y décide.',
  readOnlyMark: 'Lecture seule',
  noRight: 'Cette fenêtre n’est pas ouverte à votre habilitation.',
  noRightAdvice: 'Adressez-vous au responsable de votre cellule si ce droit vous manque.',
  notReadAgain: 'Ce qui est affiché n’a pas pu être relu.',
} as const;
