/** Swarm: each seed draws its own weights, numbers and misfortunes, so that some races do one thing over and over. */
import type { CommandKind } from '../../../contract/national/commands/command-inputs.ts';
import type { Role } from '../../../contract/national/principal.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';
import { EVERY_MOVE } from './moves/every-move.ts';

export interface Habits {
  readonly actors: number;
  readonly rounds: number;
  /** Commands decided by an actor in a round, at most. */
  readonly decisions: number;
  readonly weights: Readonly<Partial<Record<CommandKind, number>>>;
  /** Probabilities, each time it could be. */
  readonly look: number;
  readonly loseAnswer: number;
  readonly twice: number;
  readonly forge: number;
  readonly fault: number;
  readonly pull: number;
}

/** A few families weigh much in one race and nothing in another. */
const FAMILIES = ['mission.', 'proposal.', 'candidate.', 'alert.', 'crisis-mode.', 'direct-access.', 'opening.'];

function drawWeights(random: SeededRandom, kinds: readonly CommandKind[]): Partial<Record<CommandKind, number>> {
  const families = new Map(FAMILIES.map((family) => [family, random.chance(0.5) ? 0 : random.fraction()]));
  const weights: Partial<Record<CommandKind, number>> = {};
  for (const kind of kinds) {
    const family = FAMILIES.find((prefix) => kind.startsWith(prefix)) ?? '';
    weights[kind] = (families.get(family) ?? 0) * (random.chance(0.3) ? 0 : random.fraction() ** 2);
  }
  if (Object.values(weights).every((weight) => weight === 0)) weights[random.pick(kinds)] = 1;
  return weights;
}

/** What each role may do at all; a person tries something else now and then, and must be refused. */
const OWN_ACTS: Readonly<Partial<Record<Role, RegExp>>> = {
  establishment: /^(proposal\.(contact|accept|refuse|end-early|cancel-assignment)|mission\.change-need)$/,
  candidate: /^candidate\.set-availability$/,
  'ars-lead': /^(?!opening\.|proposal\.(contact|accept|refuse)$|alert\.take$)/,
  'ars-regulator': /^(?!opening\.|proposal\.(contact|accept|refuse)$|alert\.take$)/,
  'ccs-lead': /^(?!proposal\.(contact|accept|refuse)$)/,
};
const TRESPASS = 0.05;

/** The race's weights as a role follows them. */
export function weightsOf(role: Role, weights: Habits['weights']): Habits['weights'] {
  const own = OWN_ACTS[role] ?? /$/;
  const entries = Object.entries(weights).map(([kind, weight]) => [kind, own.test(kind) ? weight : weight * TRESPASS]);
  return Object.fromEntries(entries) as Habits['weights'];
}

/** @param known the kinds of commands that the service carries out */
export function drawHabits(random: SeededRandom, known: ReadonlySet<CommandKind>): Habits {
  const kinds = (Object.keys(EVERY_MOVE) as CommandKind[]).filter((kind) => known.has(kind));
  return {
    actors: 2 + random.below(4),
    rounds: 3 + random.below(5),
    decisions: 1 + random.below(3),
    weights: drawWeights(random, kinds),
    look: 0.3 + 0.7 * random.fraction(),
    loseAnswer: random.chance(0.5) ? 0 : 0.5 * random.fraction(),
    twice: random.chance(0.5) ? 0 : 0.5 * random.fraction(),
    forge: random.chance(0.6) ? 0 : 0.3 * random.fraction(),
    fault: random.chance(0.5) ? 0 : 0.4 * random.fraction(),
    pull: random.fraction(),
  };
}
