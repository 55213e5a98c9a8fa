import type { Connection } from '../../../contract/app/connection.ts';
import type { Host, HostWindow } from '../../../src-main/host/host.ts';

type Message = string | Uint8Array;

/** What one connection said, and a way to wait for more. */
export interface Heard {
  readonly window: HostWindow;
  readonly connection: Connection;
  readonly messages: readonly Message[];
  closedTimes(): number;
  ask(question: object): void;
  /** Resolves with the first `count` messages. */
  first(count: number): Promise<readonly Message[]>;
  closed(): Promise<void>;
}

/** Every connection of a host from now on, in order. */
export interface Connections {
  readonly all: readonly Heard[];
  /** Waits for the connection of that place in the order, zero first. */
  nth(index: number): Promise<Heard>;
}

export function hearConnections(host: Host): Connections {
  const all: Heard[] = [];
  const waiters: (() => void)[] = [];
  host.onConnection((window, connection) => {
    all.push(hear(window, connection));
    for (const wake of waiters.splice(0)) wake();
  });
  return {
    all,
    async nth(index) {
      for (;;) {
        const found = all[index];
        if (found) return found;
        await new Promise<void>((wake) => waiters.push(wake));
      }
    },
  };
}

function hear(window: HostWindow, connection: Connection): Heard {
  const messages: Message[] = [];
  const waiters: (() => void)[] = [];
  const state = { closed: 0 };
  const wakeAll = () => {
    for (const wake of waiters.splice(0)) wake();
  };
  const until = async (isTrue: () => boolean) => {
    while (!isTrue()) await new Promise<void>((wake) => waiters.push(wake));
  };
  connection.onMessage((message) => {
    messages.push(message);
    wakeAll();
  });
  connection.onClose(() => {
    state.closed += 1;
    wakeAll();
  });
  return {
    window,
    connection,
    messages,
    closedTimes: () => state.closed,
    ask: (question) => connection.postMessage(JSON.stringify(question)),
    async first(count) {
      await until(() => messages.length >= count);
      return messages.slice(0, count);
    },
    closed: () => until(() => state.closed > 0),
  };
}
