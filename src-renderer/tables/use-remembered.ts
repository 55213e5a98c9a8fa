import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../data/desk-context.ts';

const QUIET_MS = 600;

/** State of the window that comes back with it: read once from what was kept, written after a moment of quiet. */
export function useRemembered<Value>(
  kept: string | null,
  read: (kept: string | null) => Value,
): readonly [Value, (next: Value | ((before: Value) => Value)) => void] {
  const { client } = useDesk();
  const [value, setValue] = useState(() => read(kept));
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => {
      // Losing a column's width is no reason to disturb anybody.
      client.windows.remember({ state: JSON.stringify(value) }).catch(() => undefined);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [value, client]);
  return [value, setValue];
}
