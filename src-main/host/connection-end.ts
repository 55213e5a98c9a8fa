import type { Connection } from '../../contract/app/connection.ts';

type Message = string | Uint8Array;

/** Our end of a connection, with what only the host may do: hand a message in, end it. */
export interface ConnectionEnd {
  readonly connection: Connection;
  receive(message: Message): void;
  /** Ends it, once; what arrives or is posted afterwards is dropped. */
  end(): void;
}

/**
 * Makes a connection out of a way to send. Messages that arrive before the first listener wait for it, as those of a
 * MessagePort wait for `start()`; a listener of the end that comes too late is told at once.
 *
 * ```
 *   waiting ──first onMessage──▶ flowing ──end()──▶ ended
 *      └───────────────────end()──────────────────────▲
 * ```
 */
export function createConnectionEnd(send: (message: Message) => void): ConnectionEnd {
  const listeners: ((message: Message) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  const waiting: Message[] = [];
  const state = { ended: false };
  return {
    connection: {
      postMessage(message) {
        if (!state.ended) send(message);
      },
      onMessage(listener) {
        listeners.push(listener);
        if (listeners.length === 1) for (const message of waiting.splice(0)) listener(message);
      },
      onClose(listener) {
        if (state.ended) listener();
        else closeListeners.push(listener);
      },
    },
    receive(message) {
      if (state.ended) return;
      if (listeners.length === 0) waiting.push(message);
      for (const listener of listeners) listener(message);
    },
    end() {
      if (state.ended) return;
      state.ended = true;
      waiting.length = 0;
      for (const listener of closeListeners.splice(0)) listener();
    },
  };
}
