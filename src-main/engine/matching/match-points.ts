/** The points of contract/domain/match-hint.ts over packed terms; the domain's own function is the oracle of its test. */
import { distanceKm } from '../../../contract/domain/geography/distance.ts';
import { DEFAULT_HINT_WEIGHTS, DISTANCE_BANDS } from '../../../contract/domain/match-hint.ts';
import { NO_DAY } from '../image/day-number.ts';
import type { CandidateTerms } from './candidate-terms.ts';
import { HAS, MOBILISATION_BITS } from './candidate-terms.ts';
import type { MissionTerms } from './mission-terms.ts';

const WEIGHTS = DEFAULT_HINT_WEIGHTS;
const HALF_DATES = Math.round(WEIGHTS.dates / 2);
const BANDS = DISTANCE_BANDS.map(({ upTo, share }) => ({ upTo, points: Math.round(WEIGHTS.distance * share) }));
const NATIONAL = MOBILISATION_BITS['national'] ?? 0;

/** Kilometres, or NaN where either place is unknown. */
export function distanceTo(mission: MissionTerms, { at }: CandidateTerms, slot: number): number {
  const latitude = at.latitude[slot] ?? Number.NaN;
  const longitude = at.longitude[slot] ?? Number.NaN;
  if (mission.place === null || Number.isNaN(latitude) || Number.isNaN(longitude)) return Number.NaN;
  return distanceKm(mission.place, { latitude, longitude });
}

function datePoints(mission: MissionTerms, { at }: CandidateTerms, slot: number): number {
  const from = at.from[slot] ?? 0;
  const until = at.until[slot] ?? NO_DAY;
  if (from <= mission.start && until >= mission.end) return WEIGHTS.dates;
  return from <= mission.startTolerated && until >= mission.endTolerated ? HALF_DATES : 0;
}

/** @param distance as `distanceTo` gives it */
export function distancePoints(distance: number): number {
  for (const { upTo, points } of BANDS) if (distance <= upTo) return points;
  return 0;
}

/** All points but those of the distance. */
export function pointsWithoutDistance(mission: MissionTerms, candidates: CandidateTerms, slot: number): number {
  const { at } = candidates;
  const flags = at.flags[slot] ?? 0;
  let points = datePoints(mission, candidates, slot);
  if (mission.asksEhpad && (flags & HAS.ehpad) !== 0) points += WEIGHTS.ehpad;
  if (mission.asksIntensiveCare && (flags & HAS.intensiveCare) !== 0) points += WEIGHTS.intensiveCare;
  if (mission.asksVaccinationExperience && (flags & HAS.vaccinationExperience) !== 0) points += WEIGHTS.vaccination;
  if (at.specialty[slot] === mission.specialty) points += WEIGHTS.specialty;
  if (at.mobilisation[slot] === NATIONAL || at.departement[slot] === mission.departement)
    points += WEIGHTS.mobilisation;
  if ((flags & HAS.verified) !== 0) points += WEIGHTS.verification;
  return points;
}
