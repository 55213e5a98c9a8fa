/**
 * One person in a race: decides on what it last saw, sends, may never hear the answer, sends the same again.
 *
 * ```
 * look ─▶ decide (a new command id, kept) ─▶ send ─▶ verdict │ later │ answer lost
 *                                              ▲──────────────────┴───────┘ same id, same body
 * ```
 */
import { isDeepStrictEqual } from 'node:util';
import type { Command } from '../../../contract/national/commands/command.ts';
import type { CommandKind } from '../../../contract/national/commands/command-inputs.ts';
import type { Verdict } from '../../../contract/national/commands/verdict.ts';
import type { Principal } from '../../../contract/national/principal.ts';
import type { SentCommand } from '../oracles/evidence.ts';
import { heldVerdict } from '../oracles/evidence.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { Habits } from './habits.ts';
import { weightsOf } from './habits.ts';
import { EVERY_MOVE } from './moves/every-move.ts';
import { commandOf } from './moves/move.ts';
import type { Subjects } from './subjects.ts';
import type { View } from './view.ts';

interface Order extends SentCommand {
  readonly verdicts: Verdict[];
}

/** Ids aside: the same order given twice is no forgery. */
function sayTheSame({ commandId: _one, ...one }: Command, { commandId: _other, ...other }: Command): boolean {
  return isDeepStrictEqual(one, other);
}

/** How commands reach a service: its verdicts in order, none when the answer never came. */
export type Way = (actor: Principal, commands: readonly Command[]) => Promise<readonly Verdict[]>;

export interface RaceTools {
  readonly subjects: Subjects;
  readonly habits: Habits;
  readonly makeId: () => string;
  readonly today: () => string;
}

export class Actor {
  readonly principal: Principal;
  readonly orders: Order[] = [];
  readonly #tools: RaceTools;
  readonly #random: SeededRandom;
  #view: View;

  constructor(principal: Principal, tools: RaceTools, random: SeededRandom, view: View) {
    this.principal = principal;
    this.#tools = tools;
    this.#random = random;
    this.#view = view;
  }

  see(view: View): void {
    this.#view = view;
  }

  /** Makes up its mind up to `count` times, as its habits weigh the kinds of commands. */
  decide(count: number): void {
    const { habits, subjects, makeId } = this.#tools;
    const today = this.#tools.today();
    for (let index = 0; index < count; index += 1) {
      const weights = weightsOf(this.principal.role, habits.weights, this.#random);
      const kind = this.#random.weighted<CommandKind>(weights);
      const move = kind === null ? undefined : EVERY_MOVE[kind];
      if (kind === null || move === undefined) continue;
      const attempt = move({ actor: this.principal, view: this.#view, subjects, random: this.#random, makeId, today });
      if (attempt !== null) this.#keep(commandOf(kind, attempt, makeId(), `${today}T08:00:00.000Z`), false);
    }
  }

  /**
   * Uses a used id again: for another command of one's own, or by sending another person's very command; `used` may be
   * one's own, then only the body differs.
   */
  forge(used: SentCommand): void {
    const mine = used.actor.personId === this.principal.personId;
    const other = this.orders.findLast(({ command, forged }) => !forged && !sayTheSame(command, used.command));
    const altered = mine || this.#random.chance(0.5);
    if (altered && other) this.#keep({ ...other.command, commandId: used.command.commandId }, true);
    else if (!mine) this.#keep(used.command, true);
  }

  /** Commands that still wait for a verdict, forged ones until they have had one. */
  get pending(): Order[] {
    return this.orders.filter((order) => heldVerdict(order) === null);
  }

  /** Sends what waits as one batch, by one way or by two at once; each answer may be lost. */
  async send(ways: readonly Way[], lost: number): Promise<void> {
    const batch = this.pending;
    if (batch.length === 0) return;
    const twice = this.#random.chance(this.#tools.habits.twice);
    const chosen = twice ? [...ways, ...ways].slice(0, 2) : [this.#random.pick(ways)];
    const losses = chosen.map(() => this.#random.chance(lost));
    await Promise.all(chosen.map((way, index) => this.#sendBy(way, batch, losses[index] ?? false)));
  }

  async #sendBy(way: Way, batch: readonly Order[], lost: boolean): Promise<void> {
    const commands = batch.map(({ command }) => command);
    const verdicts = await way(this.principal, commands);
    if (lost) return;
    for (const [index, order] of batch.entries()) {
      const verdict = verdicts[index];
      if (verdict) order.verdicts.push(verdict);
    }
  }

  #keep(command: Command, forged: boolean): void {
    this.orders.push({ client: this.principal.personId, actor: this.principal, command, verdicts: [], forged });
  }
}
