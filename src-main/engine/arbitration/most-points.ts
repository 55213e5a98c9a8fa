import { DEFAULT_HINT_WEIGHTS } from '../../../contract/domain/match-hint.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';

const WEIGHTS = DEFAULT_HINT_WEIGHTS;

/** Points of somebody who has all that the mission hints at, distance aside: what others' missing points are counted from. */
export function mostPointsOf(mission: MissionTerms): number {
  return (
    WEIGHTS.dates +
    WEIGHTS.mobilisation +
    WEIGHTS.verification +
    (mission.asksEhpad ? WEIGHTS.ehpad : 0) +
    (mission.asksIntensiveCare ? WEIGHTS.intensiveCare : 0) +
    (mission.asksVaccinationExperience ? WEIGHTS.vaccination : 0) +
    (mission.specialty === -1 ? 0 : WEIGHTS.specialty)
  );
}
