import { useEffect, useState } from 'react';
import type { Lock } from '../../contract/app/lock-contract.ts';
import { useDesk } from '../data/desk-context.ts';

const OPEN: Lock = { locked: false, since: null, person: null };
const RETRY_MS = 1_000;

/** Whether the workstation is locked, as main last said it; a broken stream is opened again. */
export function useLock(): Lock {
  const { client } = useDesk();
  const [lock, setLock] = useState(OPEN);
  useEffect(() => {
    const end = new AbortController();
    const run = async () => {
      while (!end.signal.aborted) {
        try {
          for await (const next of await client.lock.follow(undefined, { signal: end.signal })) setLock(next);
        } catch {
          // The next stream begins with how things are.
        }
        if (!end.signal.aborted) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    };
    void run();
    return () => end.abort();
  }, [client]);
  return lock;
}
