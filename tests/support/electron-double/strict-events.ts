import { EventEmitter } from 'node:events';

// biome-ignore lint/suspicious/noExplicitAny: a listener of Electron takes whatever its event gives
type Listener = (...values: any[]) => void;

/** Events by name; one that the double does not know is refused when it is listened to, not when it never comes. */
export interface StrictEvents {
  on(event: string, listener: Listener): void;
  once(event: string, listener: Listener): void;
  emit(event: string, ...values: readonly unknown[]): void;
  count(event: string): number;
}

export function strictEvents(name: string, known: readonly string[]): StrictEvents {
  const emitter = new EventEmitter();
  const check = (event: string) => {
    if (!known.includes(event)) throw new Error(`The double of Electron does not know the event ${name} '${event}'.`);
  };
  return {
    on(event, listener) {
      check(event);
      emitter.on(event, listener);
    },
    once(event, listener) {
      check(event);
      emitter.once(event, listener);
    },
    emit(event, ...values) {
      check(event);
      emitter.emit(event, ...values);
    },
    count: (event) => emitter.listenerCount(event),
  };
}

/** An event that may be prevented. */
export function preventable<T extends object>(fields: T): T & { preventDefault(): void; prevented(): boolean } {
  const state = { prevented: false };
  return {
    ...fields,
    preventDefault() {
      state.prevented = true;
    },
    prevented: () => state.prevented,
  };
}
