import type { Candidate } from './candidate.ts';
import type { CivilRange } from './civil-date.ts';
import { addDays } from './civil-date.ts';
import type { Mission } from './mission.ts';

/** Points of each hint: what the match is worth at most is their sum. */
export interface HintWeights {
  readonly version: number;
  readonly dates: number;
  /** Days by which a start too late or an end too early is forgiven for half the points. */
  readonly dateToleranceDays: number;
  readonly ehpad: number;
  readonly intensiveCare: number;
  readonly vaccination: number;
  readonly specialty: number;
  readonly distance: number;
  readonly mobilisation: number;
  readonly verification: number;
}

export const DEFAULT_HINT_WEIGHTS: HintWeights = {
  version: 1,
  dates: 30,
  dateToleranceDays: 3,
  ehpad: 10,
  intensiveCare: 15,
  vaccination: 10,
  specialty: 15,
  distance: 25,
  mobilisation: 10,
  verification: 10,
};

export type HintCode =
  | 'dates'
  | 'ehpad'
  | 'intensive-care'
  | 'vaccination'
  | 'specialty'
  | 'distance'
  | 'mobilisation'
  | 'verification';

export interface MatchHint {
  readonly code: HintCode;
  readonly points: number;
  /** French, one short sentence. */
  readonly reason: string;
}

/** Distance bands in kilometres, and the share of the points that each is worth. */
export const DISTANCE_BANDS = [
  { upTo: 10, share: 1 },
  { upTo: 30, share: 0.8 },
  { upTo: 60, share: 0.5 },
  { upTo: 120, share: 0.2 },
] as const;

function dateHint(mission: Mission, candidate: Candidate, weights: HintWeights): MatchHint {
  const available: CivilRange = { from: candidate.availableFrom, until: candidate.availableUntil };
  const covers = (tolerance: number): boolean =>
    available.from <= addDays(mission.start, tolerance) &&
    (available.until === null || available.until >= addDays(mission.end, -tolerance));
  if (covers(0)) return { code: 'dates', points: weights.dates, reason: 'Disponible sur toute la mission.' };
  if (covers(weights.dateToleranceDays)) {
    const reason = `Disponible à ${weights.dateToleranceDays} jours près.`;
    return { code: 'dates', points: Math.round(weights.dates / 2), reason };
  }
  return { code: 'dates', points: 0, reason: 'Disponibilités décalées par rapport à la mission.' };
}

function experience(code: HintCode, asked: boolean, has: boolean, points: number, name: string): MatchHint | null {
  if (!asked) return null;
  return has
    ? { code, points, reason: `Expérience ${name}.` }
    : { code, points: 0, reason: `Sans expérience ${name}.` };
}

function distanceHint(distance: number | null, points: number): MatchHint | null {
  if (distance === null) return null;
  const share = DISTANCE_BANDS.find(({ upTo }) => distance <= upTo)?.share ?? 0;
  return { code: 'distance', points: Math.round(points * share), reason: `À ${Math.round(distance)} km.` };
}

function mobilisationHint(mission: Mission, candidate: Candidate, points: number): MatchHint {
  const sameDepartement = candidate.departement === mission.departement;
  const sameRegion = candidate.agency === mission.agency;
  const { mobilisation } = candidate;
  const fits = mobilisation === 'national' || sameDepartement;
  if (fits) return { code: 'mobilisation', points, reason: 'Accepte de venir jusque-là.' };
  const where = sameRegion ? 'un autre département' : 'une autre région';
  const wish = mobilisation === 'local' ? 'locale' : 'départementale';
  return { code: 'mobilisation', points: 0, reason: `Mobilisation ${wish}, la mission est dans ${where}.` };
}

/**
 * What makes a candidate that no wall stops a better or a worse answer, each with its points and its French reason
 * (F97, F98, DOMAIN §4.3). A hint with 0 points is kept: it says what is missing.
 *
 * @param distance kilometres as the crow flies, null where the place is unknown
 */
export function matchHints(
  mission: Mission,
  candidate: Candidate,
  distance: number | null,
  weights: HintWeights = DEFAULT_HINT_WEIGHTS,
): readonly MatchHint[] {
  const asked = mission.requirements;
  const hints: (MatchHint | null)[] = [
    dateHint(mission, candidate, weights),
    experience('ehpad', asked.ehpadExperience, candidate.hasEhpadExperience, weights.ehpad, 'en EHPAD'),
    experience(
      'intensive-care',
      asked.intensiveCareExperience,
      candidate.hasIntensiveCareExperience,
      weights.intensiveCare,
      'en réanimation',
    ),
    experience(
      'vaccination',
      asked.vaccinationExperience,
      candidate.hasVaccinationExperience,
      weights.vaccination,
      'de la vaccination',
    ),
    mission.specialty === null
      ? null
      : candidate.specialty === mission.specialty
        ? { code: 'specialty', points: weights.specialty, reason: 'Spécialité demandée.' }
        : { code: 'specialty', points: 0, reason: 'Autre spécialité que celle demandée.' },
    distanceHint(distance, weights.distance),
    mobilisationHint(mission, candidate, weights.mobilisation),
    candidate.verification === 'verified'
      ? { code: 'verification', points: weights.verification, reason: 'Pièces et identifiant vérifiés.' }
      : { code: 'verification', points: 0, reason: 'Pièces à vérifier.' },
  ];
  return hints.filter((hint) => hint !== null);
}
