/** What the simulation of an opening says. French. */
import { formatDecimal, formatMoment, formatNumber, plural } from './format.ts';

const km = (value: number | null): string => (value === null ? '—' : `${formatDecimal(value)} km`);

export const FR_SIMULATION = {
  title: 'Simuler une ouverture',
  intro: 'Rien n’est écrit tant que vous n’ouvrez pas : chaque variante est calculée sur le même état figé.',
  back: 'Liste des ouvertures',
  startAgain: 'Repartir de zéro',
  terms: 'Termes',
  variant: (letter: string) => `Variante ${letter}`,
  add: 'Ajouter une variante',
  remove: (name: string) => `Retirer : ${name}`,
  run: 'Simuler',
  running: 'Simulation en cours…',
  open: 'Ouvrir…',
  openNamed: (name: string) => `Ouvrir… (${name})`,
  changed: 'Modifiée depuis la simulation',
  frozen: (at: string, milliseconds: number) =>
    `État du poste figé le ${formatMoment(at)}, calcul en ${formatNumber(Math.round(milliseconds))} ms.`,
  notYet: 'Complétez les variantes, puis simulez pour les comparer.',
  form: {
    receiver: 'Région qui reçoit',
    onlyMissions: (count: number) =>
      `Pour ${plural(count, 'mission seulement', 'missions seulement')} (décocher : toute la région)`,
    lenders: 'Régions qui prêtent',
    everyRegion: 'Toutes',
    someRegions: 'Nommées',
    pools: 'Viviers prêtés',
    professions: 'Professions',
    specialties: 'Spécialités',
    all: 'Toutes',
    mobilisations: 'Mobilisation',
    from: 'Début',
    until: 'Fin',
    ceiling: 'Plafond',
    chooseRegions: 'Choisir des régions',
    noLender: 'Nommez au moins une région, ou choisissez toutes.',
    endsFirst: 'La fin vient avant le début.',
    endsBeforeToday: 'Ce jour est déjà passé.',
  },
  results: {
    label: 'Comparaison des variantes',
    measure: 'Mesure',
    visible: 'Personnes qui deviennent visibles',
    missionsGaining: 'Missions qui gagnent des candidats',
    coverable: 'Postes que l’on peut pourvoir ensemble',
    beforeAfter: (before: number, after: number, posts: number) =>
      `${formatNumber(before)} → ${formatNumber(after)} sur ${formatNumber(posts)}`,
    bestCeiling: 'Plus petit plafond utile',
    noGain: 'Aucun poste gagné',
    ceilingWords: (best: number, ceiling: number) =>
      best === ceiling
        ? `${formatNumber(best)}, comme demandé`
        : `${formatNumber(best)} (demandé : ${formatNumber(ceiling)})`,
    useBest: 'Prendre ce plafond',
    medianKm: 'Distance médiane des personnes prises',
    lendersLoss: 'Postes que les prêteurs ne couvrent plus',
    losingLast: 'Missions des prêteurs sans plus aucun candidat',
    km,
    remarks: 'À savoir',
    byAgency: 'Visibles par région',
    byProfession: 'Visibles par profession',
    people: (count: number) => plural(count, 'personne', 'personnes'),
    missions: 'Missions qui gagnent',
    missionGain: (before: number, after: number) => `${formatNumber(before)} → ${formatNumber(after)} candidats`,
    nearest: (nearest: number | null, median: number | null) => `au plus près ${km(nearest)}, médiane ${km(median)}`,
    noMission: 'Aucune mission ne gagne de candidat.',
    more: (count: number) => `et ${plural(count, 'autre', 'autres')}`,
    lenders: 'Ce qui reste aux prêteurs',
    lender: (free: number, taken: number) =>
      `${formatNumber(free)} libres, ${plural(taken, 'prise', 'prises')} au plafond`,
    lenderCover: (before: number, after: number) =>
      before === after
        ? `Ses propres postes restent couvrables (${formatNumber(before)})`
        : `Ses propres postes couvrables : ${formatNumber(before)} → ${formatNumber(after)}`,
    losesLast: (count: number) =>
      `${plural(count, 'mission perd', 'missions perdent')} ${count > 1 ? 'leurs derniers candidats' : 'ses derniers candidats'}`,
    curve: 'Postes gagnés selon le plafond',
    curvePoint: (ceiling: number, gained: number) =>
      `plafond ${formatNumber(ceiling)} : ${plural(gained, 'poste gagné', 'postes gagnés')}`,
  },
} as const;
