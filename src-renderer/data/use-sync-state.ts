import type { SyncState } from '../../contract/app/sync-state.ts';
import type { Live } from './use-live.ts';
import { useLive } from './use-live.ts';

/** Who is signed in, how fresh the data are, what waits. */
export function useSyncState(): Live<SyncState> {
  return useLive('sync.state', (client) => client.sync.state(), ['sync', 'outbox']);
}
