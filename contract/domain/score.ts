import type { CivilDate } from './civil-date.ts';
import { daysBetween } from './civil-date.ts';
import type { PersonId } from './identity.ts';
import type { Instant } from './instant.ts';
import type { Mission } from './mission.ts';
import { missionState } from './mission.ts';

/** Most points of each term, and where each stops growing. A change of weights makes a new version, journaled (D5). */
export interface ScoreWeights {
  readonly version: number;
  readonly start: number;
  /** A mission that starts in this many days or later gets no point for its start. */
  readonly startHorizonDays: number;
  readonly uncovered: number;
  readonly age: number;
  /** A need of this age or older gets all the points of its age. */
  readonly ageCapDays: number;
  readonly ehpad: number;
  readonly intensiveCare: number;
  readonly vaccination: number;
  readonly alert: number;
  readonly tension: number;
  /** Remaining posts per free candidate from which tension is whole. */
  readonly tensionCap: number;
}

export const DEFAULT_SCORE_WEIGHTS: ScoreWeights = {
  version: 1,
  start: 30,
  startHorizonDays: 14,
  uncovered: 20,
  age: 10,
  ageCapDays: 14,
  ehpad: 5,
  intensiveCare: 10,
  vaccination: 5,
  alert: 10,
  tension: 20,
  tensionCap: 4,
};

export const SCORE_TERMS = [
  'start',
  'uncovered',
  'age',
  'ehpad',
  'intensive-care',
  'vaccination',
  'alert',
  'tension',
] as const;
export type ScoreTermCode = (typeof SCORE_TERMS)[number];

export interface ScoreTerm {
  readonly code: ScoreTermCode;
  readonly points: number;
  readonly most: number;
  /** French: why these points. */
  readonly reason: string;
}

/** A person may set the points, with a reason; the terms stay visible beside them. */
export interface ScoreOverride {
  readonly points: number;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
}

export interface Score {
  /** The sum of the terms, exactly. */
  readonly computed: number;
  /** What orders the queue: the override when there is one. */
  readonly points: number;
  readonly terms: readonly ScoreTerm[];
  readonly weightsVersion: number;
  readonly override: ScoreOverride | null;
}

/** Most points that the weights can give: also the most that a person may set. */
export function mostPoints(weights: ScoreWeights): number {
  const { start, uncovered, age, ehpad, intensiveCare, vaccination, alert, tension } = weights;
  return start + uncovered + age + ehpad + intensiveCare + vaccination + alert + tension;
}

/** Why a person's override is refused, in French, or null when it stands. */
export function overrideProblem(points: number, reason: string, weights: ScoreWeights): string | null {
  const most = mostPoints(weights);
  if (!Number.isInteger(points) || points < 0 || points > most) {
    return `Les points sont un nombre entier de 0 à ${most}.`;
  }
  return reason.trim() === '' ? 'Indiquez pourquoi vous changez la priorité calculée.' : null;
}

/** What the score needs beyond the mission. */
export interface ScoreFacts {
  /** The civil date where the mission's ARS lives. */
  readonly today: CivilDate;
  /** The day the need was posted. */
  readonly postedOn: CivilDate;
  /** The "Alerte" column shows CCS. */
  readonly alertShows: boolean;
  /** The establishment is an EHPAD; else only the experience asked counts. */
  readonly establishmentIsEhpad: boolean;
  readonly tension: number;
  readonly override?: ScoreOverride | null;
}

/**
 * Tension of a profession in a territory (DOMAIN §2.8): remaining posts for each free candidate, plus one.
 *
 * @example tensionOf(8, 1) // 4
 */
export function tensionOf(remainingPosts: number, freeCandidates: number): number {
  return remainingPosts / (freeCandidates + 1);
}

function share(value: number, most: number): number {
  return most <= 0 ? 0 : Math.min(1, Math.max(0, value / most));
}

function days(count: number): string {
  return count > 1 ? `${count} jours` : `${count} jour`;
}

function startReason(daysToStart: number): string {
  if (daysToStart < 0) return `Commencée depuis ${days(-daysToStart)}`;
  return daysToStart === 0 ? "Commence aujourd'hui" : `Commence dans ${days(daysToStart)}`;
}

function termsOf(mission: Mission, facts: ScoreFacts, weights: ScoreWeights): readonly ScoreTerm[] {
  const { requirements, wanted, accepted } = mission;
  const daysToStart = daysBetween(facts.today, mission.start);
  const age = Math.max(0, daysBetween(facts.postedOn, facts.today));
  const missing = wanted - accepted;
  const ehpad = facts.establishmentIsEhpad || requirements.ehpadExperience;
  const term = (code: ScoreTermCode, most: number, part: number, reason: string): ScoreTerm => ({
    code,
    points: Math.round(most * part),
    most,
    reason,
  });
  const sooner = weights.startHorizonDays - daysToStart;
  return [
    term('start', weights.start, share(sooner, weights.startHorizonDays), startReason(daysToStart)),
    term('uncovered', weights.uncovered, share(missing, wanted), `${missing} sur ${wanted} à pourvoir`),
    term('age', weights.age, share(age, weights.ageCapDays), `Besoin déposé depuis ${days(age)}`),
    term('ehpad', weights.ehpad, ehpad ? 1 : 0, ehpad ? 'EHPAD' : 'Hors EHPAD'),
    term(
      'intensive-care',
      weights.intensiveCare,
      requirements.intensiveCareExperience ? 1 : 0,
      requirements.intensiveCareExperience ? 'Réanimation' : 'Hors réanimation',
    ),
    term(
      'vaccination',
      weights.vaccination,
      requirements.vaccinationHelp ? 1 : 0,
      requirements.vaccinationHelp ? 'Vaccination' : 'Hors vaccination',
    ),
    term('alert', weights.alert, facts.alertShows ? 1 : 0, facts.alertShows ? 'Alerte au CCS' : "Pas d'alerte au CCS"),
    term(
      'tension',
      weights.tension,
      share(facts.tension, weights.tensionCap),
      `Tension de la profession sur le territoire : ${facts.tension.toFixed(1).replace('.', ',')}`,
    ),
  ];
}

/**
 * The explainable priority score of an open mission, or null: SANS BESOIN, filled, ended, closed and archived missions
 * have none (DOMAIN §2.6, §2.8). Integer points; the terms add up to `computed` exactly. It orders the queue and
 * decides nothing.
 */
export function scoreOf(
  mission: Mission,
  facts: ScoreFacts,
  weights: ScoreWeights = DEFAULT_SCORE_WEIGHTS,
): Score | null {
  if (missionState(mission, facts.today) !== 'open') return null;
  const terms = termsOf(mission, facts, weights);
  const computed = terms.reduce((sum, term) => sum + term.points, 0);
  const override = facts.override ?? null;
  return { computed, points: override?.points ?? computed, terms, weightsVersion: weights.version, override };
}

/** The three strongest reasons, in French; terms without points are hidden (FEATURES D.1). */
export function topReasons(score: Score, count = 3): readonly string[] {
  const strongest = score.terms.filter((term) => term.points > 0).sort((left, right) => right.points - left.points);
  return strongest.slice(0, count).map((term) => `${term.reason} (+${term.points})`);
}
