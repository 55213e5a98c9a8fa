/** What the balance of needs and resources says. French. */
import { formatDay, formatDecimal, formatNumber, plural } from './format.ts';

const signed = (change: number): string =>
  change === 0 ? '=' : `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change))}`;

export const FR_BALANCE = {
  title: 'Bilan besoins et ressources',
  day: 'Jour',
  period: 'Période',
  periods: { 1: 'Le jour', 7: '7 jours', 28: '4 semaines' } as Readonly<Record<number, string>>,
  today: 'Aujourd’hui',
  shown: 'Montrer',
  measures: { tension: 'Tension', posts: 'Postes', free: 'Libres' } as Readonly<Record<string, string>>,
  elsewhere: 'Autres régions (par ouverture)',
  elsewhereShort: 'Autres',
  noAgency: 'Sans ARS (CCS)',
  table: 'Tension par profession et par lieu',
  profession: 'Profession',
  all: 'Ensemble',
  allShort: 'Tous',
  levels: ['Aucun besoin', 'Couvert', 'Équilibré', 'Tendu', 'Critique'],
  levelHelp: 'Tension : postes à pourvoir pour chaque personne libre, plus une.',
  legend: 'Niveaux de tension',
  cell: (posts: number, free: number) =>
    `${plural(posts, 'poste à pourvoir', 'postes à pourvoir')}, ${plural(free, 'personne libre', 'personnes libres')}`,
  tensionWords: (tension: number) => formatDecimal(tension),
  none: 'Aucun besoin ni aucune personne libre sur cette période.',
  noneAdvice: 'Choisissez une autre date ou une période plus longue.',
  map: 'Tension par région',
  mapWords: (place: string, level: string, cell: string) => `${place} : ${level}, ${cell}`,
  detail: 'Cellule choisie',
  missions: (count: number) => plural(count, 'mission ouverte', 'missions ouvertes'),
  engaged: (count: number) => `${plural(count, 'personne proposée ou contactée', 'personnes proposées ou contactées')}`,
  openMissions: 'Voir les missions',
  openCandidates: 'Voir les professionnels',
  weeks: (what: string) => `Semaines à venir · ${what}`,
  weekPosts: 'Postes à pourvoir',
  weekFree: 'Personnes libres',
  weekTable: 'Semaines à venir, en chiffres',
  week: 'Semaine',
  standing: 'Depuis la veille',
  since: (day: string) => `Depuis le ${formatDay(day)} (dernier jour gardé sur ce poste)`,
  noSince: 'Ce poste n’a pas encore gardé de jour précédent : la comparaison viendra demain.',
  totals: (posts: number, before: number, free: number, freeBefore: number) =>
    `Postes ${formatNumber(before)} → ${formatNumber(posts)} (${signed(posts - before)}) · libres ${formatNumber(freeBefore)} → ${formatNumber(free)} (${signed(free - freeBefore)})`,
  noMove: 'Rien n’a bougé.',
  move: (posts: number, before: number, free: number, freeBefore: number) =>
    `postes ${signed(posts - before)}, libres ${signed(free - freeBefore)}`,
} as const;
