/** A workstation of the bench against the service in its own process: the production store, client, synchronisation. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DecisionDesk } from '../../src-main/commands/decision-desk.ts';
import { createDecisionDesk } from '../../src-main/commands/decision-desk.ts';
import { createNationalClient } from '../../src-main/national/national-client.ts';
import { openUndiciTransport } from '../../src-main/national/undici-transport.ts';
import type { Store } from '../../src-main/store/store.ts';
import { openStore } from '../../src-main/store/store.ts';
import { createSynchroniser } from '../../src-main/sync/synchroniser.ts';
import type { CaseInput } from './bench-case.ts';
import { openGround } from './bench-case.ts';
import { DESK } from './desk.ts';

const SERVICE = fileURLToPath(new URL('./serve-nation.ts', import.meta.url));

export interface ServedNation {
  readonly url: string;
  stop(): Promise<void>;
}

/** @param offer what a first transfer finds: a ready-made snapshot, or the stream alone */
export async function serveNation(input: CaseInput, offer: 'snapshot' | 'stream'): Promise<ServedNation> {
  const child = spawn(process.execPath, [SERVICE, JSON.stringify(input), offer], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The bench's service ended (${code})`)));
  });
  return {
    url,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

export interface Workstation {
  readonly store: Store;
  readonly decisions: DecisionDesk;
  /** Sends what waits, takes what changed. */
  step(): Promise<void>;
  close(): Promise<void>;
}

export async function openWorkstation(input: CaseInput, url: string): Promise<Workstation> {
  const { clock, makeId, database } = await openGround(input);
  await database.close();
  const key = new Uint8Array(32).fill(5);
  const store = openStore(join(input.folder, 'workstation.sqlite'), key, { personId: DESK.personId });
  const transport = openUndiciTransport({ origin: url, proxy: null });
  const client = createNationalClient({ transport, token: () => 'bench', clock });
  const synchroniser = createSynchroniser({ store, client, clock, log: () => {}, pinnedKeys: null });
  const decisions = createDecisionDesk({ store, person: DESK, clock, makeId });
  const never = new AbortController().signal;
  return {
    store,
    decisions,
    step: () => synchroniser.step(never),
    async close() {
      await transport.close();
      store.close();
    },
  };
}
