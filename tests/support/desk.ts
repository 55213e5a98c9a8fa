/** A workstation of the tests: the production store, client and synchronisation, against a service over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision } from '../../contract/app/decision.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { RowKind, RowOfKind } from '../../contract/national/rows/row-kinds.ts';
import type { DecisionDesk } from '../../src-main/commands/decision-desk.ts';
import { createDecisionDesk } from '../../src-main/commands/decision-desk.ts';
import type { NationalClient } from '../../src-main/national/national-client.ts';
import { createNationalClient } from '../../src-main/national/national-client.ts';
import type { Transport } from '../../src-main/national/transport.ts';
import { openUndiciTransport } from '../../src-main/national/undici-transport.ts';
import type { Store } from '../../src-main/store/store.ts';
import { openStore } from '../../src-main/store/store.ts';
import type { Synchroniser } from '../../src-main/sync/synchroniser.ts';
import { createSynchroniser } from '../../src-main/sync/synchroniser.ts';
import type { HttpWorld } from './http-world.ts';

export interface Desk {
  readonly store: Store;
  readonly client: NationalClient;
  readonly synchroniser: Synchroniser;
  readonly log: string[];
  readonly decisions: DecisionDesk;
  /** Previews and commits at once; gives the batch. */
  decide(decision: Decision, targets: readonly string[], reason?: string): string;
  step(): Promise<void>;
  /** Rows of a mirror table, as the nation gave them. */
  mirror<K extends RowKind>(kind: K): (RowOfKind<K> & { feedNumber: number })[];
  dispose(): Promise<void>;
}

export interface DeskOptions {
  /** Played before the true transport: return null to let the call through. */
  readonly wrap?: (transport: Transport) => Transport;
  readonly file?: boolean;
}

const KEY = new Uint8Array(32).fill(5);

/** @example const desk = openDesk(http, world.regulator()); await desk.step(); */
export function openDesk(http: HttpWorld, person: Principal, options: DeskOptions = {}): Desk {
  const folder = options.file === true ? mkdtempSync(join(tmpdir(), 'desk-')) : null;
  const store = openStore(folder === null ? ':memory:' : join(folder, 'desk.db'), KEY, { personId: person.personId });
  const log: string[] = [];
  const plain = openUndiciTransport({ origin: http.url, proxy: null });
  const transport = options.wrap?.(plain) ?? plain;
  const token = http.tokenFor(person);
  const clock = () => http.world.ground.clock();
  const client = createNationalClient({ transport, token: () => token, clock });
  const synchroniser = createSynchroniser({
    ...{ store, client, clock, pinnedKeys: null },
    log: (event, details) => log.push(`${event} ${JSON.stringify(details ?? {})}`),
  });
  const never = new AbortController().signal;
  const decisions = createDecisionDesk({ store, person, clock, makeId: () => http.world.nextId() });
  return {
    ...{ store, client, synchroniser, log, decisions },
    decide(decision, targets, reason) {
      const { previewId } = decisions.preview(decision, targets);
      return decisions.commit(previewId, reason ?? null).batchId;
    },
    step: () => synchroniser.step(never),
    mirror: (kind) => store.statements.rows(`SELECT * FROM main."${kind}" ORDER BY id`),
    async dispose() {
      await transport.close();
      store.close();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
