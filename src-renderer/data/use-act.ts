import { useCallback, useState } from 'react';
import type { DeskClient } from './desk-client.ts';
import { useDesk } from './desk-context.ts';
import type { Fault } from './fault.ts';
import { faultOf } from './fault.ts';

/** Something asked once, by a gesture. */
export interface Act {
  readonly busy: boolean;
  readonly fault: Fault | null;
  /** Null when it failed: `fault` then says why. */
  run<Value>(work: (client: DeskClient) => Promise<Value>): Promise<Value | null>;
  forget(): void;
}

export function useAct(): Act {
  const { client } = useDesk();
  const [state, setState] = useState<{ busy: boolean; fault: Fault | null }>({ busy: false, fault: null });
  const run = useCallback(
    async <Value>(work: (desk: DeskClient) => Promise<Value>): Promise<Value | null> => {
      setState({ busy: true, fault: null });
      try {
        const value = await work(client);
        setState({ busy: false, fault: null });
        return value;
      } catch (error) {
        setState({ busy: false, fault: faultOf(error) });
        return null;
      }
    },
    [client],
  );
  const forget = useCallback(() => setState({ busy: false, fault: null }), []);
  return { ...state, run, forget };
}
