import { strict } from './strict.ts';
import { strictEvents } from './strict-events.ts';

export type Carried = string | Uint8Array;

/** The main process's end of a channel, and what only the double may do with it. */
export interface DoublePort {
  readonly port: object;
  receive(data: Carried): void;
  /** The other end is gone: its page was reloaded, closed, or crashed. */
  disentangle(): void;
}

/** Messages wait for `start()`; `close` is told once. */
export function createDoublePort(send: (data: Carried) => void, close: () => void): DoublePort {
  const events = strictEvents('MessagePortMain', ['message', 'close']);
  const waiting: Carried[] = [];
  const state = { started: false, closed: false };
  const end = () => {
    if (state.closed) return;
    state.closed = true;
    events.emit('close');
  };
  const port = strict('MessagePortMain', {
    on: events.on,
    once: events.once,
    start() {
      state.started = true;
      for (const data of waiting.splice(0)) events.emit('message', { data, ports: [] });
    },
    postMessage(data: unknown, transfer: readonly unknown[] = []) {
      if (transfer.length > 0) throw new Error('The double transfers no port to a page.');
      if (typeof data !== 'string' && !(data instanceof Uint8Array)) throw new Error('An object could not be cloned.');
      if (!state.closed) send(data);
    },
    close() {
      if (!state.closed) close();
      end();
    },
  });
  return {
    port,
    receive(data) {
      if (state.closed) return;
      if (state.started) events.emit('message', { data, ports: [] });
      else waiting.push(data);
    },
    disentangle: end,
  };
}
