/** The engine room over a base in memory, asked through its contract as the main process asks it; no network. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createEngine } from '../../src-main/engine/create-engine.ts';
import type { engineRoomContract } from '../../src-main/engine/engine-control.ts';
import { serveEngine } from '../../src-main/engine/engine-room.ts';
import { makeUuidV7 } from '../../src-main/engine/make-uuid-v7.ts';
import type { OpenDesk } from '../../src-main/engine/open-desk.ts';
import { NationalFault } from '../../src-main/national/national-fault.ts';
import type { Transport } from '../../src-main/national/transport.ts';
import { connectionPort } from '../../src-main/rpc/connection-port.ts';
import type { MirrorEntry } from '../../src-main/store/mirror/apply-entries.ts';
import { confirm, DESK_KEY, DESK_PERSON } from './desk-rows.ts';
import { connectionPair } from './desk-rpc/connection-pair.ts';
import { makeMirrorWhole } from './whole-mirror.ts';

export const ENGINE_NOW = Date.parse('2020-11-15T10:00:00Z');

export interface EngineDesk {
  readonly client: ContractRouterClient<typeof engineRoomContract>;
  readonly desk: OpenDesk;
  close(): Promise<void>;
}

export interface EngineDeskOptions {
  readonly role?: string;
  readonly agency?: number | null;
  /** Answers for the national service; without one it cannot be reached. */
  readonly exchange?: Transport['exchange'];
}

/** @example const { client, close } = await openEngineDesk([entryOf('mission', 'm-1')]); */
export async function openEngineDesk(
  entries: readonly MirrorEntry[],
  { role = 'ars-regulator', agency = 6, exchange }: EngineDeskOptions = {},
): Promise<EngineDesk> {
  const engine = createEngine({
    clock: () => ENGINE_NOW,
    makeId: () => makeUuidV7(ENGINE_NOW),
    turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
    timers: {
      now: () => ENGINE_NOW,
      fraction: () => 0,
      wait: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    },
    openTransport: () => ({
      exchange:
        exchange ??
        (async () => {
          throw new NationalFault('unreachable');
        }),
      close: async () => {},
    }),
    log: () => {},
  });
  const [{ connection: left }, { connection: right }] = connectionPair();
  serveEngine(engine, left);
  const client: EngineDesk['client'] = createORPCClient(new RPCLink({ port: connectionPort(right) }));
  await client.control.open({ path: ':memory:', key: Buffer.from(DESK_KEY).toString('base64'), personId: DESK_PERSON });
  const desk = engine.desk();
  if (desk === null) throw new Error('No base is open');
  confirm(desk.store, ...entries);
  makeMirrorWhole(desk.store);
  await client.control.session({
    server: 'https://national.example',
    accessToken: 'token',
    expiresAt: '2020-11-15T11:00:00Z',
    person: { id: DESK_PERSON, name: 'Régulation 6', role, agency, departements: null },
    proxy: null,
  });
  return { client, desk, close: () => engine.close() };
}
