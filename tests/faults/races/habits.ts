/** Swarm: each seed has its own theme, weights, numbers and misfortunes. */
import type { CommandKind } from '../../../contract/national/commands/command-inputs.ts';
import type { Role } from '../../../contract/national/principal.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { EVERY_MOVE } from './moves/every-move.ts';
import type { Theme } from './themes.ts';
import { isOwnAct, THEMES } from './themes.ts';

export type Weights = Readonly<Partial<Record<CommandKind, number>>>;

export interface Habits {
  readonly theme: Theme;
  readonly actors: number;
  readonly rounds: number;
  /** Commands decided by an actor in a round, at most. */
  readonly decisions: number;
  readonly weights: Weights;
  /** Probabilities, each time it could be. */
  readonly look: number;
  readonly loseAnswer: number;
  readonly twice: number;
  readonly forge: number;
  readonly fault: number;
  readonly pull: number;
  /** A day or more passes, and the service's clock does its work on every instance at once. */
  readonly night: number;
}

/** How often somebody tries what is not for them. */
const TRESPASS = 0.03;
/** Prime to the number of turns, so that neighbours differ. */
const STRIDE = 7;

/** The race's weights as a role follows them. */
export function weightsOf(role: Role, weights: Weights, random: SeededRandom): Weights {
  const trespass = random.chance(TRESPASS);
  const entries = Object.entries(weights) as [CommandKind, number][];
  return Object.fromEntries(entries.filter(([kind]) => isOwnAct(role, kind) !== trespass)) as Weights;
}

/** The themes in turn, each as often as its share: a few consecutive seeds meet them all. */
function themeOf(seed: number): Theme {
  const turns = THEMES.flatMap((theme) => Array.from({ length: theme.share }, () => theme));
  const theme = turns[(seed * STRIDE) % turns.length];
  if (!theme) throw new Error('Themes have shares');
  return theme;
}

/** Some kinds weigh nothing in this race, a few weigh much; the theme's main ones always weigh something. */
function drawWeights(random: SeededRandom, kinds: readonly CommandKind[], main: RegExp): Weights {
  const draw = (kind: CommandKind): number => {
    const weight = random.chance(0.25) ? 0 : 0.1 + random.fraction() ** 2;
    return main.test(kind) ? weight + 1.5 : weight;
  };
  return Object.fromEntries(kinds.map((kind) => [kind, draw(kind)]));
}

/** @param known the kinds of commands that the service carries out */
export function drawHabits(seed: number, random: SeededRandom, known: ReadonlySet<CommandKind>): Habits {
  const theme = themeOf(seed);
  const kinds = (Object.keys(EVERY_MOVE) as CommandKind[]).filter((kind) => known.has(kind) && theme.kinds.test(kind));
  return {
    theme,
    actors: 2 + random.below(4),
    rounds: 5 + random.below(8),
    decisions: 1 + random.below(3),
    weights: drawWeights(random, kinds, theme.main),
    look: 0.4 + 0.6 * random.fraction(),
    loseAnswer: random.chance(0.5) ? 0 : 0.5 * random.fraction(),
    twice: random.chance(0.5) ? 0 : 0.5 * random.fraction(),
    forge: random.chance(0.6) ? 0 : 0.3 * random.fraction(),
    fault: random.chance(0.5) ? 0 : 0.4 * random.fraction(),
    pull: 0.3 + 0.7 * random.fraction(),
    night: random.chance(0.6) ? 0 : 0.4 * random.fraction(),
  };
}
