/**
 * What sending one person to one mission costs a plan, in hectometres: the way, and what is less good than it could be,
 * put into the distance that one would travel to avoid it. Whole numbers, so that a plan can be proven and told to the
 * hundred metres.
 */
export interface PlanCostWeights {
  readonly version: number;
  /** Kilometres counted where a place is unknown. */
  readonly unknownDistance: number;
  /** Kilometres per point of the match that is missing (`match-hint.ts`, distance aside). */
  readonly missingPoint: number;
  /** Kilometres for each preferred experience that is missing. */
  readonly missingExperience: number;
  /** Kilometres per solicitation of the last 7 days. */
  readonly solicitation: number;
  /** Kilometres for who was solicited before, where people who never were come first. */
  readonly solicitedBefore: number;
}

export const DEFAULT_PLAN_COST_WEIGHTS: PlanCostWeights = {
  version: 1,
  unknownDistance: 200,
  missingPoint: 1,
  missingExperience: 40,
  solicitation: 20,
  solicitedBefore: 15,
};

/** What the cost reads of a pair. */
export interface PlanPair {
  /** Kilometres; NaN where a place is unknown. */
  readonly distance: number;
  readonly missingPoints: number;
  readonly missingExperiences: number;
  readonly recentSolicitations: number;
  /** Counts only where people who never were solicited come first; else false. */
  readonly solicitedBefore: boolean;
}

/** Hectometres in a kilometre: the unit of a plan. */
export const COSTS_PER_KILOMETRE = 10;

const whole = (kilometres: number): number => Math.round(kilometres * COSTS_PER_KILOMETRE);

/** @example planCost({ distance: 12.34, missingPoints: 3, … }) // 153 */
export function planCost(pair: PlanPair, weights: PlanCostWeights = DEFAULT_PLAN_COST_WEIGHTS): number {
  const { distance, missingPoints, missingExperiences, recentSolicitations, solicitedBefore } = pair;
  return (
    whole(Number.isNaN(distance) ? weights.unknownDistance : distance) +
    whole(
      missingPoints * weights.missingPoint +
        missingExperiences * weights.missingExperience +
        recentSolicitations * weights.solicitation +
        (solicitedBefore ? weights.solicitedBefore : 0),
    )
  );
}

export interface PlanCostTerm {
  /** French. */
  readonly label: string;
  /** Hectometres. */
  readonly cost: number;
}

/** The same cost, term by term; those that cost nothing are left out, but the way. They add up to `planCost`. */
export function planCostTerms(
  pair: PlanPair,
  weights: PlanCostWeights = DEFAULT_PLAN_COST_WEIGHTS,
): readonly PlanCostTerm[] {
  const { distance, missingPoints, missingExperiences, recentSolicitations, solicitedBefore } = pair;
  const isUnknown = Number.isNaN(distance);
  const way = {
    label: isUnknown ? 'Distance inconnue' : 'Distance à vol d’oiseau',
    cost: whole(isUnknown ? weights.unknownDistance : distance),
  };
  const others = [
    { label: 'Dates, spécialité, vérification, mobilisation', cost: whole(missingPoints * weights.missingPoint) },
    { label: 'Expérience souhaitée absente', cost: whole(missingExperiences * weights.missingExperience) },
    { label: 'Sollicitations des 7 derniers jours', cost: whole(recentSolicitations * weights.solicitation) },
    { label: 'Déjà sollicitée auparavant', cost: solicitedBefore ? whole(weights.solicitedBefore) : 0 },
  ];
  return [way, ...others.filter(({ cost }) => cost > 0)];
}
