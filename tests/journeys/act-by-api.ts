import type { CommandInput, CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import { mintToken } from '../../national-api/identity/mint-token.ts';
import type { Subject } from '../../national-api/identity/subject.ts';
import type { DeskWorld } from '../support/desk-world.ts';

export interface ApiAct<K extends CommandKind = CommandKind> {
  readonly kind: K;
  readonly subject: string;
  readonly version: number;
  readonly input: CommandInput<K>;
}

/** Somebody who has no workstation acts through the API, with a token of their own. */
export async function actByApi(
  { service }: DeskWorld,
  who: Subject,
  ...acts: readonly ApiAct[]
): Promise<readonly Verdict[]> {
  const { ground, url } = service;
  const token = await mintToken(ground, who, 600);
  const commands = acts.map((act) => ({
    ...act,
    commandId: ground.makeId(),
    origin: 'single',
    batchId: null,
    decidedAt: new Date(ground.clock()).toISOString(),
  }));
  const response = await fetch(new URL('/v1/commands', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ commands }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const { verdicts } = (await response.json()) as { verdicts: readonly Verdict[] };
  return verdicts;
}
