/** A mission as matching walks candidates with it: codes and days in place of words. */
import type { CivilRange } from '../../../contract/domain/civil-date.ts';
import { addDays, rangeContains } from '../../../contract/domain/civil-date.ts';
import type { Point } from '../../../contract/domain/geography/distance.ts';
import { DEFAULT_HINT_WEIGHTS } from '../../../contract/domain/match-hint.ts';
import type { Mission } from '../../../contract/domain/mission.ts';
import { missionState } from '../../../contract/domain/mission.ts';
import type { Opening } from '../../../contract/domain/opening.ts';
import { openingReceives } from '../../../contract/domain/opening.ts';
import { POOL_KINDS } from '../../../contract/domain/pool.ts';
import { dayNumber } from '../image/day-number.ts';
import type { CandidateTerms } from './candidate-terms.ts';
import { HAS, MOBILISATION_BITS } from './candidate-terms.ts';
import { UNLISTED } from './pool-terms.ts';

export interface OpeningTerms {
  /** Null: all, and those who live under none. */
  readonly agencies: ReadonlySet<number> | null;
  readonly poolKinds: number;
  readonly professions: ReadonlySet<number> | null;
  readonly specialties: ReadonlySet<number> | null;
  readonly mobilisations: number;
}

export interface MissionTerms {
  readonly id: string;
  readonly isOpen: boolean;
  readonly agency: number;
  readonly departement: number;
  /** Whose professions may answer; the candidates looked through. */
  readonly professions: readonly number[];
  /** Bits of HAS that a candidate must all have. */
  readonly needed: number;
  readonly asksVaccination: boolean;
  readonly asksWeekends: boolean;
  readonly asksVehicle: boolean;
  readonly asksEhpad: boolean;
  readonly asksIntensiveCare: boolean;
  readonly asksVaccinationExperience: boolean;
  /** -1: none is asked. */
  readonly specialty: number;
  readonly dates: CivilRange;
  readonly start: number;
  readonly end: number;
  /** Latest start and earliest end that are forgiven. */
  readonly startTolerated: number;
  readonly endTolerated: number;
  readonly place: Point | null;
  readonly territorialPools: readonly string[];
  readonly openings: readonly OpeningTerms[];
  /** Slots of those who already have a live or refused proposal for it. */
  readonly pairs: ReadonlyMap<number, 'live' | 'refused'>;
}

function codes(
  all: 'all' | readonly string[],
  find: (value: string) => number | undefined,
): ReadonlySet<number> | null {
  if (all === 'all') return null;
  return new Set(all.map(find).filter((code) => code !== undefined));
}

/** What an opening asks of a candidate: the half of `openingCovers` that is not about the mission. */
export function openingTerms(opening: Opening, candidates: CandidateTerms): OpeningTerms {
  const { lenderAgencies, lenderPools, professions, specialties, mobilisations } = opening;
  const bits = lenderPools.reduce((sum, kind) => sum | (1 << POOL_KINDS.indexOf(kind)), 0);
  return {
    agencies: lenderAgencies === 'all' ? null : new Set(lenderAgencies),
    poolKinds: bits & ~UNLISTED,
    professions: codes(professions, (value) => candidates.professions.find(value)),
    specialties: codes(specialties, (value) => candidates.specialties.find(value)),
    mobilisations: mobilisations.reduce((sum, one) => sum | (MOBILISATION_BITS[one] ?? 0), 0),
  };
}

export interface MissionGround {
  readonly today: string;
  readonly place: Point | null;
  readonly openings: readonly Opening[];
  readonly pairs: ReadonlyMap<number, 'live' | 'refused'>;
}

/** @param candidates those that will be walked: codes are theirs */
export function missionTerms(mission: Mission, ground: MissionGround, candidates: CandidateTerms): MissionTerms {
  const { requirements } = mission;
  const { today } = ground;
  const { dateToleranceDays } = DEFAULT_HINT_WEIGHTS;
  const asked = requirements.vaccinationHelp ? requirements.vaccinationProfessions : [mission.profession];
  return {
    id: mission.id,
    isOpen: missionState(mission, today) === 'open',
    agency: (mission.agency as number | null) ?? 0,
    departement: candidates.departements.encode(mission.departement),
    professions: asked.map((profession) => candidates.professions.encode(profession)),
    needed:
      (requirements.vaccinationHelp ? HAS.vaccinationHelp : 0) |
      (requirements.weekends ? HAS.weekend : 0) |
      (requirements.vehicle ? HAS.vehicle : 0),
    asksVaccination: requirements.vaccinationHelp,
    asksWeekends: requirements.weekends,
    asksVehicle: requirements.vehicle,
    asksEhpad: requirements.ehpadExperience,
    asksIntensiveCare: requirements.intensiveCareExperience,
    asksVaccinationExperience: requirements.vaccinationExperience,
    specialty: mission.specialty === null ? -1 : candidates.specialties.encode(mission.specialty),
    dates: { from: mission.start, until: mission.end },
    start: dayNumber(mission.start),
    end: dayNumber(mission.end),
    startTolerated: dayNumber(addDays(mission.start, dateToleranceDays)),
    endTolerated: dayNumber(addDays(mission.end, -dateToleranceDays)),
    place: ground.place,
    territorialPools: mission.territorialPools,
    openings: ground.openings
      .filter(
        (opening) =>
          opening.state === 'active' && rangeContains(opening, today) && openingReceives(opening.receiver, mission),
      )
      .map((opening) => openingTerms(opening, candidates)),
    pairs: ground.pairs,
  };
}
