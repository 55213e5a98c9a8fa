/** Every kind of window there is, with its French title. A kind chooses the page's content, not its file. */
export const WINDOW_TITLES = {
  missions: 'Missions',
  board: 'Tableau des priorités',
  candidates: 'Professionnels volontaires',
  map: 'Carte',
  alerts: 'Alertes au CCS',
  balance: 'Bilan besoins et ressources',
  openings: 'Ouvertures de viviers',
  arbitration: 'Arbitrage',
  accounts: 'Comptes',
  crisis: 'Mode crise',
  'follow-up': 'Professionnels à suivre',
  blocked: 'Professionnels bloqués',
  'regulation-point': 'Point de régulation',
  journal: 'Journal',
  snapshots: 'Instantanés',
  review: 'Relecture',
  outbox: 'Mes décisions',
  settings: 'Réglages',
} as const;

export type WindowKind = keyof typeof WINDOW_TITLES;

export function isWindowKind(text: string): text is WindowKind {
  return Object.hasOwn(WINDOW_TITLES, text);
}
