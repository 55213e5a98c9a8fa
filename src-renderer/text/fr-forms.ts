/** What any form says: dates as they are typed, what is missing, what was kept. French. */
import { formatDay, plural } from './format.ts';

export const FR_FORMS = {
  date: {
    placeholder: 'jj/mm/aaaa',
    open: 'Ouvrir le calendrier',
    calendar: (label: string) => `Calendrier : ${label}`,
    clear: 'Effacer la date',
    unread: 'Date illisible : écrivez-la jj/mm/aaaa, par exemple 03/04/2021.',
    unknown: 'Cette date n’existe pas : vérifiez le jour et le mois.',
    tooEarly: (day: string) => `Au plus tôt le ${formatDay(day)}.`,
    tooLate: (day: string) => `Au plus tard le ${formatDay(day)}.`,
    help: 'Flèches : jour et semaine. Page préc. et suiv. : mois. Entrée : choisir.',
    nextMonth: 'Mois suivant',
    previousMonth: 'Mois précédent',
    nextYear: 'Année suivante',
    previousYear: 'Année précédente',
    nextDecade: 'Dix ans plus tard',
    previousDecade: 'Dix ans plus tôt',
  },
  toMend: (count: number) => plural(count, 'champ à compléter ou à corriger', 'champs à compléter ou à corriger'),
  required: 'À remplir.',
  requiredChoice: 'À choisir.',
  wholeNumber: 'Un nombre entier, 1 au moins.',
  eitherOf: (one: string, other: string) => `Remplissez « ${one} », « ${other} » ou les deux.`,
  legend: '* À remplir',
  kept: 'Votre saisie précédente a été reprise.',
  startAgain: 'Repartir de zéro',
} as const;
