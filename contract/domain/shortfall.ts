/**
 * Why a plan leaves a post empty: a closed list, so that two people who read the same reason mean the same thing
 * (FEATURES D6, D10). Each unfilled post has exactly one, the first of the list that holds:
 * what lies furthest from the plan is told first, because nothing that the plan could change would help.
 */
export const SHORTFALL_REASONS = [
  'no-candidate',
  'out-of-reach',
  'requirements',
  'held',
  'already-met',
  'distance-cap',
  'experience',
  'not-verified',
  'solicitation-limit',
  'forbidden',
  'opening-full',
  'reserve',
  'taken-by-priority',
  'taken-by-others',
] as const;
export type ShortfallReason = (typeof SHORTFALL_REASONS)[number];

export const SHORTFALL_LABELS: Readonly<Record<ShortfallReason, string>> = {
  'no-candidate': 'Aucun volontaire de cette profession',
  'out-of-reach': 'Volontaires hors de portée : autre région, mobilisation ou vivier réservé',
  requirements: 'Aucun ne répond aux exigences (véhicule, week-end, vaccination)',
  held: 'Tous déjà affectés, contactés, indisponibles ou proposés trois fois',
  'already-met': 'Les seuls restants ont déjà été refusés ou sont déjà proposés ici',
  'distance-cap': 'Les seuls restants sont au-delà de la distance maximale',
  experience: "Les seuls restants n'ont pas l'expérience exigée",
  'not-verified': 'Les seuls restants ne sont pas vérifiés',
  'solicitation-limit': 'Les seuls restants ont été trop sollicités ces 7 derniers jours',
  forbidden: 'Les seuls restants ont été écartés de cette mission à la main',
  'opening-full': "Le plafond de l'ouverture est atteint",
  reserve: 'La réserve gardée par la région ne permet pas de prélever davantage',
  'taken-by-priority': 'Les volontaires possibles servent des missions plus prioritaires',
  'taken-by-others': 'Pas assez de volontaires pour toutes les missions de même rang',
};

/** People of the mission's profession, counted by the last gate that they passed: what the reason is read from. */
export interface ShortfallCounts {
  /** Of an asked profession, anywhere in sight. */
  readonly profession: number;
  /** Living in the region, or reached through an opening or the decision of the CCS. */
  readonly reached: number;
  /** With what the mission requires. */
  readonly fitting: number;
  /** Free. */
  readonly free: number;
  /** Neither refused for this mission nor proposed for it. */
  readonly unmet: number;
  readonly within: number;
  readonly experienced: number;
  readonly verified: number;
  readonly rested: number;
  /** Not forbidden by hand: those that the plan could have used. */
  readonly allowed: number;
}

/** Which of the limits of the plan holds back the last possible people; null where none does. */
export interface ShortfallLimits {
  /** Somebody allowed stays free because an opening is full. */
  readonly openingFull: boolean;
  /** Somebody allowed stays free because a region keeps them in reserve. */
  readonly reserve: boolean;
  /** Every post that holds one of those who could have come is of a higher lane. */
  readonly onlyHigherPriorities: boolean;
}

const GATES = [
  ['no-candidate', 'profession'],
  ['out-of-reach', 'reached'],
  ['requirements', 'fitting'],
  ['held', 'free'],
  ['already-met', 'unmet'],
  ['distance-cap', 'within'],
  ['experience', 'experienced'],
  ['not-verified', 'verified'],
  ['solicitation-limit', 'rested'],
  ['forbidden', 'allowed'],
] as const satisfies readonly (readonly [ShortfallReason, keyof ShortfallCounts])[];

/**
 * The one reason of a post that stays empty: the gate that nobody passed, else the limit that stands before those who
 * did, else the posts that they serve instead.
 *
 * @example shortfallReason({ ...counts, profession: 12, reached: 0 }, limits) // 'out-of-reach'
 */
export function shortfallReason(counts: ShortfallCounts, limits: ShortfallLimits): ShortfallReason {
  const gate = GATES.find(([, count]) => counts[count] === 0);
  if (gate !== undefined) return gate[0];
  if (limits.openingFull) return 'opening-full';
  if (limits.reserve) return 'reserve';
  return limits.onlyHigherPriorities ? 'taken-by-priority' : 'taken-by-others';
}
