/** What every player of the simulation is given. */
import type { Places } from '../../contract/domain/geography/places.ts';
import type { Clock } from '../../contract/domain/instant.ts';
import type { Command } from '../../contract/national/commands/command.ts';
import type { CommandInput, CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { Subject } from '../identity/subject.ts';
import { isoInstant } from '../kernel/ground.ts';
import type { Random } from '../nation/random.ts';
import type { NationalClient } from './national-client.ts';

/** Who can be played. */
export interface Cast {
  /** Ids of active establishment accounts. */
  readonly accounts: readonly string[];
  readonly candidates: readonly string[];
}

export interface Stage {
  readonly client: NationalClient;
  readonly random: Random;
  readonly clock: Clock;
  readonly places: Places;
  readonly cast: Cast;
  /** Marks the names of people whom this run invents: two runs on one base invent different ones. */
  readonly runMark: string;
}

/** What an act came to; counted, and told in the log. */
export type Outcome = 'accepted' | 'conflict' | 'refused' | 'nothing';

/** Sends one order as a subject, decided now. */
export async function order<K extends CommandKind>(
  stage: Stage,
  as: Subject,
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
    decidedAt: isoInstant(clock()),
    input,
  } as unknown as Command;
  const { outcome } = await client.command(as, command);
  return outcome === 'later' ? 'nothing' : outcome;
}
