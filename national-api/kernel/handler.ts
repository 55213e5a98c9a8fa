/** How a command is carried out: one file per kind in national-api/commands exports one of these. */
import type { Command } from '../../contract/national/commands/command.ts';
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { Database, Writer } from '../database/database.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** 'mission:…', 'candidate:…', 'agency:6', 'opening:…': what is held until the transaction ends. */
export type SubjectKey =
  `${'mission' | 'candidate' | 'proposal' | 'establishment' | 'agency' | 'opening' | 'alert' | 'crisis' | 'grant' | 'request' | 'email' | 'person' | 'pool' | 'command' | 'key'}:${string}`;

export interface CommandContext<K extends CommandKind> {
  readonly work: UnitOfWork;
  readonly actor: Principal;
  readonly command: Command<K>;
}

export interface CommandHandler<K extends CommandKind = CommandKind> {
  readonly kind: K;
  /**
   * Everything that the effect may read for a rule or change, found by reading only. It is asked before the locks and
   * again after: when the answer grew, the slice starts again with the larger one.
   */
  footprint(reader: Writer, command: Command<K>): Promise<readonly SubjectKey[]>;
  /**
   * Checks right, scope, version and rules, then makes the effect.
   *
   * @throws CommandRefusal, CommandConflict; anything else is a fault and becomes `later`.
   */
  execute(context: CommandContext<K>): Promise<void>;
}

export type Handlers = ReadonlyMap<CommandKind, CommandHandler>;

export type Dialect = Database['dialect'];
