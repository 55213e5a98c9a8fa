import type { Present } from '../../contract/app/presence-contract.ts';
import { useLive } from './use-live.ts';

/** Who else has missions open right now, in one's scope; null when nobody can tell (the service is not reached). */
export function usePresence(): readonly Present[] | null {
  const { value } = useLive('presence', (client) => client.presence.list(), ['presence']);
  return value?.known === true ? value.present : null;
}
