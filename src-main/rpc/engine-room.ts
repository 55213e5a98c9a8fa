/**
 * The main process's side of the engine room: one client that lives on while engines die and are started again
 * (ARCHITECTURE §4).
 *
 * ```
 *   running ──exit──▶ starting again ──▶ running        five exits in a minute ──▶ down
 *      └────stop()────────────────────────────────────────────────────────────────▶ stopped
 * ```
 */
import { createORPCClient, DynamicLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Log } from '../diagnostics/log.ts';
import type { engineRoomContract } from '../engine/engine-control.ts';
import type { EngineProcess } from '../host/host.ts';
import { connectionPort } from './connection-port.ts';

export type EngineClient = ContractRouterClient<typeof engineRoomContract>;

const MOST_EXITS = 5;
const WITHIN_MS = 60_000;

export interface EngineRoom {
  readonly client: EngineClient;
  /** Changes each time an engine dies: what was asked before has no answer. */
  generation(): number;
  /** Called each time an engine starts, the first one included: open the database again, renew the session. */
  onStarted(listener: () => Promise<void>): void;
  /** Starts the first engine. */
  start(): Promise<void>;
  stop(): void;
}

export function createEngineRoom(startEngine: () => EngineProcess, clock: () => number, log: Log): EngineRoom {
  const state = {
    engine: null as EngineProcess | null,
    link: null as RPCLink<Record<never, never>> | null,
    generation: 0,
    stopped: false,
    exits: [] as number[],
  };
  const started: (() => Promise<void>)[] = [];
  const client: EngineClient = createORPCClient(
    new DynamicLink(() => {
      if (state.link === null) throw new Error('No engine is running.');
      return state.link;
    }),
  );

  const start = async () => {
    const engine = startEngine();
    state.engine = engine;
    state.link = new RPCLink({ port: connectionPort(engine.connection) });
    engine.onExit((reason) => exited(reason));
    for (const listener of started) await listener();
  };
  const exited = (reason: string) => {
    state.generation += 1;
    state.engine = null;
    state.link = null;
    if (state.stopped) return;
    const now = clock();
    state.exits = [...state.exits.filter((at) => now - at < WITHIN_MS), now];
    const isHopeless = state.exits.length >= MOST_EXITS;
    log('engine.exited', { reason, exits: state.exits.length, again: !isHopeless });
    if (!isHopeless)
      start().catch((error: unknown) => log('engine.not-restored', { code: error instanceof Error ? error.name : '' }));
  };
  return {
    client,
    generation: () => state.generation,
    onStarted: (listener) => void started.push(listener),
    start,
    stop() {
      state.stopped = true;
      state.engine?.kill();
    },
  };
}
