/** An engine in this process that answers a few operations of the contract, and can die. */
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { Change } from '../../../contract/app/sync-state.ts';
import type { EngineSession } from '../../../src-main/engine/engine-control.ts';
import { engineRoomContract } from '../../../src-main/engine/engine-control.ts';
import type { EngineProcess } from '../../../src-main/host/host.ts';
import { connectionPort } from '../../../src-main/rpc/connection-port.ts';
import { failure } from '../../../src-main/rpc/failure.ts';
import { connectionPair } from './connection-pair.ts';

type Fact =
  | { fact: 'token-refused' }
  | { fact: 'notification'; kind: 'alert' | 'other'; title: string; body: string }
  | { fact: 'storage-damaged'; quarantined: string; sentence: string };

export interface StandInEngine {
  start(): EngineProcess;
  readonly opened: { readonly path: string; readonly key: string; readonly personId: string }[];
  readonly sessions: (EngineSession | null)[];
  /** Streams of changes that nobody has ended. */
  streams(): number;
  /** Tells every stream of changes. */
  change(change: Change): void;
  tell(fact: Fact): void;
  die(reason: string): void;
  /** Resolves when a call to `missions.sheet` hangs. */
  hanging(): Promise<void>;
}

export function createStandInEngine(): StandInEngine {
  const opened: StandInEngine['opened'] = [];
  const sessions: StandInEngine['sessions'] = [];
  const state = { streams: 0, exit: (_reason: string) => undefined as unknown };
  const changeListeners = new Set<(change: Change) => void>();
  const factListeners = new Set<(fact: Fact) => void>();
  const hung = Promise.withResolvers<void>();
  const engine = implement(engineRoomContract);
  const router = {
    missions: {
      page: engine.missions.page.handler(({ input }) => {
        if (input.search === 'invalid answer') return { revision: 'x' } as never;
        if (input.search === 'bug') throw new TypeError('Jeanne Exemple, 06 00 00 00 00');
        if (input.search === 'refused') throw failure('disk-full');
        return { revision: 7, total: 1, outOf: 2, rows: [{ id: 'm-1', headcount: input.limit }], complete: true };
      }),
      sheet: engine.missions.sheet.handler(async () => {
        hung.resolve();
        await new Promise(() => undefined);
        throw new Error('never');
      }),
    },
    sync: {
      changes: engine.sync.changes.handler(async function* ({ signal }) {
        state.streams += 1;
        try {
          yield* listen(changeListeners, signal);
        } finally {
          state.streams -= 1;
        }
      }),
    },
    control: {
      open: engine.control.open.handler(({ input }) => {
        opened.push(input);
        return { created: true, waiting: 0 };
      }),
      session: engine.control.session.handler(({ input }) => void sessions.push(input)),
      facts: engine.control.facts.handler(({ signal }) => listen(factListeners, signal)),
      close: engine.control.close.handler(() => ({ waiting: 3 })),
    },
  };
  return {
    opened,
    sessions,
    streams: () => state.streams,
    change: (change) => tellAll(changeListeners, change),
    tell: (fact) => tellAll(factListeners, fact),
    die: (reason) => void state.exit(reason),
    hanging: () => hung.promise,
    start() {
      const [ours, theirs] = connectionPair();
      new RPCHandler(router as never).upgrade(connectionPort(theirs.connection));
      const exits: ((reason: string) => void)[] = [];
      state.exit = (reason) => {
        theirs.end();
        ours.end();
        for (const listener of exits.splice(0)) listener(reason);
      };
      return {
        connection: ours.connection,
        onExit: (listener) => void exits.push(listener),
        kill: () => state.exit('killed'),
      };
    },
  };
}

function tellAll<T>(listeners: ReadonlySet<(value: T) => void>, value: T): void {
  for (const listener of listeners) listener(value);
}

async function* listen<T>(listeners: Set<(value: T) => void>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  const waiting: T[] = [];
  const wakers: (() => void)[] = [];
  const wake = () => {
    for (const one of wakers.splice(0)) one();
  };
  const listener = (value: T) => {
    waiting.push(value);
    wake();
  };
  listeners.add(listener);
  signal?.addEventListener('abort', wake);
  try {
    while (!signal?.aborted) {
      const value = waiting.shift();
      if (value === undefined) await new Promise<void>((go) => wakers.push(go));
      else yield value;
    }
  } finally {
    listeners.delete(listener);
  }
}
