import { useCallback, useEffect, useRef, useState } from 'react';
import type { WindowTopic } from './change-feed.ts';
import type { DeskClient } from './desk-client.ts';
import { useDesk } from './desk-context.ts';
import type { Fault } from './fault.ts';
import { faultOf } from './fault.ts';

/** An answer that stays true: asked again when one of its topics changes. */
export interface Live<Value> {
  /** The last answer, also while another is awaited. */
  readonly value: Value | null;
  /** The question to which `value` is the answer. */
  readonly answers: string | null;
  readonly fault: Fault | null;
  readonly asking: boolean;
  again(): void;
}

interface Held<Value> {
  readonly value: Value | null;
  readonly answers: string | null;
  readonly fault: Fault | null;
  readonly asking: boolean;
}

/**
 * Asks the application, and again whenever one of the topics changes; a change that comes while an answer is awaited
 * makes one more question, not one per change.
 *
 * @param question what makes two questions different; null asks nothing
 */
export function useLive<Value>(
  question: string | null,
  ask: (client: DeskClient, signal: AbortSignal) => Promise<Value>,
  topics: readonly WindowTopic[],
): Live<Value> {
  const { client, changes } = useDesk();
  const [held, setHeld] = useState<Held<Value>>({ value: null, answers: null, fault: null, asking: true });
  const askNow = useRef(ask);
  askNow.current = ask;
  const repeat = useRef<() => void>(() => undefined);
  const watched = topics.join(' ');

  useEffect(() => {
    if (question === null) return;
    const abort = new AbortController();
    const status = { asking: false, dirty: false };
    const run = async (): Promise<void> => {
      if (status.asking) {
        status.dirty = true;
        return;
      }
      status.asking = true;
      setHeld((before) => (before.asking ? before : { ...before, asking: true }));
      do {
        status.dirty = false;
        try {
          const value = await askNow.current(client, abort.signal);
          if (abort.signal.aborted) return;
          setHeld({ value, answers: question, fault: null, asking: status.dirty });
        } catch (error) {
          if (abort.signal.aborted) return;
          setHeld((before) => ({ ...before, fault: faultOf(error), asking: status.dirty }));
        }
      } while (status.dirty);
      status.asking = false;
    };
    repeat.current = () => void run();
    const stop = changes.subscribe(watched.split(' ') as WindowTopic[], () => void run());
    void run();
    return () => {
      stop();
      abort.abort();
    };
  }, [question, client, changes, watched]);

  const again = useCallback(() => repeat.current(), []);
  return { ...held, again };
}
