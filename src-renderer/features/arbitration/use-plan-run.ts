import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlanProgress } from '../../../contract/app/arbitration-contract.ts';
import { useDesk } from '../../data/desk-context.ts';
import type { Fault } from '../../data/fault.ts';
import { faultOf } from '../../data/fault.ts';

export interface PlanRun {
  /** Null while nothing is computed. */
  readonly progress: PlanProgress | null;
  readonly fault: Fault | null;
  run(planId: string): Promise<void>;
  cancel(planId: string): Promise<void>;
}

/** Computes a plan, following its progress; leaving the window or cancelling stops it. */
export function usePlanRun(onEnd: () => void): PlanRun {
  const { client } = useDesk();
  const [state, setState] = useState<{ progress: PlanProgress | null; fault: Fault | null }>({
    progress: null,
    fault: null,
  });
  const abort = useRef<AbortController | null>(null);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => () => abort.current?.abort(), []);
  const run = useCallback(
    async (planId: string) => {
      const own = new AbortController();
      abort.current?.abort();
      abort.current = own;
      try {
        for await (const progress of await client.arbitration.run({ planId }, { signal: own.signal })) {
          if (own.signal.aborted) return;
          setState({ progress, fault: null });
        }
        setState({ progress: null, fault: null });
      } catch (error) {
        if (!own.signal.aborted) setState({ progress: null, fault: faultOf(error) });
      } finally {
        if (abort.current === own) end.current();
      }
    },
    [client],
  );
  const cancel = useCallback(
    async (planId: string) => {
      try {
        await client.arbitration.cancel({ planId });
      } catch (error) {
        setState({ progress: null, fault: faultOf(error) });
      }
      setState((before) => ({ ...before, progress: null }));
      end.current();
    },
    [client],
  );
  return { ...state, run, cancel };
}
