/** Swarm: each seed draws its own theme, weights, numbers and misfortunes. */
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
}

/** How often somebody tries what is not for them. */
const TRESPASS = 0.03;

/** The race's weights as a role follows them. */
export function weightsOf(role: Role, weights: Weights, random: SeededRandom): Weights {
  const trespass = random.chance(TRESPASS);
  const entries = Object.entries(weights) as [CommandKind, number][];
  return Object.fromEntries(entries.filter(([kind]) => isOwnAct(role, kind) !== trespass)) as Weights;
}

function drawTheme(random: SeededRandom): Theme {
  const shares = Object.fromEntries(THEMES.map(({ name, share }) => [name, share]));
  const name = random.weighted(shares);
  const theme = THEMES.find((each) => each.name === name);
  if (!theme) throw new Error('Themes have shares');
  return theme;
}

/** Some kinds weigh nothing in this race, a few weigh much; the theme's main ones always weigh something. */
function drawWeights(random: SeededRandom, kinds: readonly CommandKind[], main: RegExp): Weights {
  const draw = (kind: CommandKind): number => {
    const weight = random.chance(0.25) ? 0 : 0.1 + random.fraction() ** 2;
    return main.test(kind) ? weight + 0.6 : weight;
  };
  return Object.fromEntries(kinds.map((kind) => [kind, draw(kind)]));
}

/** @param known the kinds of commands that the service carries out */
export function drawHabits(random: SeededRandom, known: ReadonlySet<CommandKind>): Habits {
  const theme = drawTheme(random);
  const kinds = (Object.keys(EVERY_MOVE) as CommandKind[]).filter((kind) => known.has(kind) && theme.kinds.test(kind));
  return {
    theme,
    actors: 2 + random.below(4),
    rounds: 4 + random.below(7),
    decisions: 1 + random.below(2),
    weights: drawWeights(random, kinds, theme.main),
    look: 0.4 + 0.6 * random.fraction(),
    loseAnswer: random.chance(0.5) ? 0 : 0.5 * random.fraction(),
    twice: random.chance(0.5) ? 0 : 0.5 * random.fraction(),
    forge: random.chance(0.6) ? 0 : 0.3 * random.fraction(),
    fault: random.chance(0.5) ? 0 : 0.4 * random.fraction(),
    pull: random.fraction(),
  };
}
