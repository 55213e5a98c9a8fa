import { useEffect, useState } from 'react';
import type { Standing } from './standing.ts';
import { STALE_AFTER_MS, standingOf } from './standing.ts';
import { useLive } from './use-live.ts';
import { useSyncState } from './use-sync-state.ts';

const LOOK_MS = 20_000;
const MINUTE = 60_000;

/** How this window stands, looked at again now and then: silence changes nothing but the age. */
export function useStanding(): Standing {
  const { value, again } = useSyncState();
  const settings = useLive('settings', (client) => client.settings.read(), ['settings']);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      again();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [again]);
  // A state that came since the last look is of this moment.
  const minutes = settings.value?.staleMinutes;
  return standingOf(value, Math.max(now, Date.now()), minutes === undefined ? STALE_AFTER_MS : minutes * MINUTE);
}
