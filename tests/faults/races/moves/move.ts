/** What an actor may try: a command made from what it last saw, or nothing when it sees no occasion. */
import type { Command } from '../../../../contract/national/commands/command.ts';
import type { CommandInput, CommandKind } from '../../../../contract/national/commands/command-inputs.ts';
import type { Principal } from '../../../../contract/national/principal.ts';
import type { SeededRandom } from '../../seeded-random.ts';
import type { Subjects } from '../subjects.ts';
import type { View } from '../view.ts';

export interface Occasion {
  readonly actor: Principal;
  readonly view: View;
  readonly subjects: Subjects;
  readonly random: SeededRandom;
  readonly makeId: () => string;
  /** The civil date when the actor decides. */
  readonly today: string;
}

/** Subject, version seen and input; the envelope is added by who sends. */
export interface Attempt<K extends CommandKind = CommandKind> {
  readonly subject: string;
  readonly version: number;
  readonly input: CommandInput<K>;
}

export type Move<K extends CommandKind> = (occasion: Occasion) => Attempt<K> | null;
export type Moves = { readonly [K in CommandKind]?: Move<K> };

/** Makes the command of an attempt. */
export function commandOf(kind: CommandKind, attempt: Attempt, commandId: string, decidedAt: string): Command {
  return { commandId, kind, ...attempt, origin: 'single', batchId: null, decidedAt } as Command;
}

/** One of the rows that pass, or now and then any row at all: the service is the referee, not the caller. */
export function occasionally<Row>(random: SeededRandom, rows: readonly Row[], fits: (row: Row) => boolean): Row | null {
  const fitting = random.chance(0.95) ? rows.filter(fits) : rows;
  return fitting.length === 0 ? null : random.pick(fitting);
}

/** Whether a row is the actor's affair: an establishment sees its own missions, anybody else all of them. */
export function isMine({ actor }: Occasion, row: { readonly establishmentId: string }): boolean {
  return actor.role !== 'establishment' || actor.establishments.includes(row.establishmentId);
}

/** One of the rows of the actor's affair that pass, or now and then any row at all. */
export function amongMine<Row extends { readonly establishmentId: string }>(
  occasion: Occasion,
  rows: readonly Row[],
  fits: (row: Row) => boolean,
): Row | null {
  return occasionally(occasion.random, rows, (row) => isMine(occasion, row) && fits(row));
}
