import type { Candidate } from './candidate.ts';
import type { CivilDate } from './civil-date.ts';
import { rangesOverlap } from './civil-date.ts';
import type { Mission } from './mission.ts';
import { missionState } from './mission.ts';
import { acceptsOtherRegions } from './mobilisation.ts';
import type { Opening } from './opening.ts';
import { openingCovers, UNLISTED_POOL } from './opening.ts';
import { mayProposeAgain } from './proposal.ts';

/** What stops a pair; never the dates of availability (F97), never the verification. */
export const MATCH_WALLS = [
  'mission-not-open',
  'profession',
  'vaccination',
  'weekends',
  'vehicle',
  'region',
  'mobilisation',
  'territorial-pool',
  'unlisted-pool',
  'unavailable',
  'assigned',
  'overlapping-assignment',
  'contacted',
  'too-many-proposals',
  'refused-pair',
  'live-pair',
] as const;
export type MatchWall = (typeof MATCH_WALLS)[number];

export const MATCH_WALL_LABELS: Readonly<Record<MatchWall, string>> = {
  'mission-not-open': "La mission n'est pas ouverte.",
  profession: 'La profession ne correspond pas.',
  vaccination: "La personne n'a pas coché « Aide à la vaccination » ou sa profession n'est pas éligible.",
  weekends: "La personne n'est pas disponible le week-end.",
  vehicle: "La personne n'a pas de véhicule.",
  region: 'La personne habite hors de la région et aucune ouverture ne la rend accessible.',
  mobilisation: "La personne n'accepte pas de mission hors de sa région.",
  'territorial-pool': "La personne est réservée aux membres d'une plateforme territoriale.",
  'unlisted-pool': 'La personne relève de la Réserve sanitaire : faites une demande au CCS.',
  unavailable: "La personne s'est déclarée indisponible.",
  assigned: 'La personne est affectée à une mission.',
  'overlapping-assignment': 'La personne est affectée ailleurs à ces dates.',
  contacted: 'La personne est réservée par un établissement.',
  'too-many-proposals': 'La personne a déjà trois propositions en cours.',
  'refused-pair': 'La personne a été refusée pour cette mission : seule une reprise motivée la repropose.',
  'live-pair': 'La personne a déjà une proposition en cours pour cette mission.',
};

/** What the rules need beyond the two: the day, what is open, and the history of the pair. */
export interface MatchContext {
  /** The civil date where the mission's ARS lives. */
  readonly today: CivilDate;
  readonly openings: readonly Opening[];
  /** The CCS decided to reach this person for this mission, outside any opening. */
  readonly nationalDecision?: boolean;
  /** What already happened between the two. */
  readonly pair?: 'none' | 'live' | 'refused';
  /** A person takes a refused pair up again by hand, with a reason. */
  readonly retriedByHand?: boolean;
}

function missesProfession({ profession, requirements }: Mission, candidate: Candidate): MatchWall | null {
  if (!requirements.vaccinationHelp) return candidate.profession === profession ? null : 'profession';
  const eligible = requirements.vaccinationProfessions.includes(candidate.profession);
  return eligible && candidate.helpsVaccination ? null : 'vaccination';
}

function outOfReach(mission: Mission, candidate: Candidate, context: MatchContext): readonly MatchWall[] {
  if (candidate.agency === mission.agency) return [];
  const opened =
    context.nationalDecision === true ||
    context.openings.some((opening) => openingCovers(opening, candidate, mission, context.today));
  const walls: MatchWall[] = opened ? [] : ['region'];
  if (!acceptsOtherRegions(candidate.mobilisation)) walls.push('mobilisation');
  return walls;
}

/** A person whom only restricted pools hold is reachable only as those pools allow. */
function restrictedPool(mission: Mission, candidate: Candidate): MatchWall | null {
  const { pools } = candidate;
  if (pools.length === 0 || pools.some(({ kind }) => kind !== 'territorial' && kind !== UNLISTED_POOL)) return null;
  const territorial = pools.filter(({ kind }) => kind === 'territorial');
  if (territorial.length === 0) return 'unlisted-pool';
  return territorial.some(({ poolId }) => mission.territorialPools.includes(poolId)) ? null : 'territorial-pool';
}

function engaged(mission: Mission, candidate: Candidate): MatchWall | null {
  if (candidate.engagement === 'assigned') return 'assigned';
  const dates = { from: mission.start, until: mission.end };
  if (candidate.assignments.some((assignment) => rangesOverlap(assignment, dates))) return 'overlapping-assignment';
  return candidate.engagement === 'contacted' ? 'contacted' : null;
}

/**
 * Every wall between a mission and a candidate, in the order of MATCH_WALLS; empty when the pair may be proposed
 * (DOMAIN §4.3, F93 to F98). Dates of availability, EHPAD, intensive care and specialty are hints: `match-hint.ts`.
 *
 * @example matchWalls(mission, candidate, { today: '2020-07-09', openings: [] }) // ['vehicle']
 */
export function matchWalls(mission: Mission, candidate: Candidate, context: MatchContext): readonly MatchWall[] {
  const { requirements } = mission;
  const found: (MatchWall | null)[] = [
    missionState(mission, context.today) === 'open' ? null : 'mission-not-open',
    missesProfession(mission, candidate),
    requirements.weekends && !candidate.worksWeekends ? 'weekends' : null,
    requirements.vehicle && !candidate.hasVehicle ? 'vehicle' : null,
    ...outOfReach(mission, candidate, context),
    restrictedPool(mission, candidate),
    candidate.availability === 'unavailable' ? 'unavailable' : null,
    engaged(mission, candidate),
    mayProposeAgain(candidate.openProposals) ? null : 'too-many-proposals',
    context.pair === 'refused' && context.retriedByHand !== true ? 'refused-pair' : null,
    context.pair === 'live' ? 'live-pair' : null,
  ];
  return found.filter((wall) => wall !== null);
}
