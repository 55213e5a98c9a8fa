/** The lanes of the priority board, most urgent first (DOMAIN §2.7). They order the queue and the arbitration only. */
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'none'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const PRIORITY_LABELS: Readonly<Record<Priority, string>> = {
  P1: 'P1 · vitale',
  P2: 'P2 · urgente',
  P3: 'P3 · importante',
  P4: 'P4 · à différer',
  none: 'Sans priorité',
};

/** The sentence that helps a regulator choose a lane. */
export const PRIORITY_MEANINGS: Readonly<Record<Priority, string>> = {
  P1: 'Une activité vitale ferme sous 48 heures.',
  P2: 'Une activité ferme sous 7 jours.',
  P3: "L'activité continue en mode dégradé.",
  P4: 'Le besoin peut attendre.',
  none: "Aucune priorité n'a encore été donnée.",
};

/** Above this share of the open posts, one more P1 must say why: when everything is vital nothing is. */
export const VITAL_SHARE_LIMIT = 0.2;

/**
 * Must the person who puts missions in lane P1 give a reason? (DOMAIN §2.7)
 *
 * @param vitalPosts open posts that would be in P1 after the decision
 * @param openPosts all open posts of the region
 * @example asksReasonForVital(21, 100) // true
 */
export function asksReasonForVital(vitalPosts: number, openPosts: number): boolean {
  return openPosts > 0 && vitalPosts > VITAL_SHARE_LIMIT * openPosts;
}

/** Order of the queue: negative when `left` comes first. */
export function comparePriorities(left: Priority, right: Priority): number {
  return PRIORITIES.indexOf(left) - PRIORITIES.indexOf(right);
}
