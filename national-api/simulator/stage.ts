/** What every player of the simulation is given. */
import type { Clock } from '../../contract/domain/instant.ts';
import type { Command } from '../../contract/national/commands/command.ts';
import type { CommandInput, CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { Chance } from './chance.ts';
import type { Invention } from './invention.ts';
import type { NationalClient } from './national-client.ts';
import type { Player } from './player.ts';

/** Who can be played. */
export interface Cast {
  /** Ids of active establishment accounts. */
  readonly accounts: readonly string[];
  readonly candidates: readonly string[];
}

export interface Stage {
  readonly client: NationalClient;
  readonly random: Chance;
  readonly clock: Clock;
  readonly invention: Invention;
  readonly cast: Cast;
}

/** What an act came to; counted, and told in the log. */
export type Outcome = 'accepted' | 'conflict' | 'refused' | 'nothing';

/** Sends one order as somebody, decided now. */
export async function order<K extends CommandKind>(
  stage: Stage,
  as: Player,
  kind: K,
  subject: string,
  version: number,
  input: CommandInput<K>,
): Promise<Outcome> {
  const { client, random, clock } = stage;
  const command = {
    commandId: random.id(clock()),
    kind,
    subject,
    version,
    origin: 'single',
    batchId: null,
    decidedAt: new Date(clock()).toISOString(),
    input,
  } as unknown as Command;
  const { outcome } = await client.command(as, command);
  return outcome === 'later' ? 'nothing' : outcome;
}
