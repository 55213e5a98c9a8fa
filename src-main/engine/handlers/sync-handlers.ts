import { implement } from '@orpc/server';
import { engineContract } from '../../../contract/app/desk-contract.ts';
import type { SyncState } from '../../../contract/app/sync-state.ts';
import { SIGNED_OUT } from '../../sync/sync-status.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireDesk } from './require-desk.ts';

const { nextAttemptAt: _, ...NOTHING } = SIGNED_OUT;
/** Before any base is open. */
const NOBODY: SyncState = {
  ...NOTHING,
  person: null,
  lastSyncAt: null,
  waiting: 0,
  conflicts: 0,
  refused: 0,
  revision: 0,
};

export function syncHandlers(context: EngineContext) {
  const { sync } = implement(engineContract);
  return {
    state: sync.state.handler(() => context.desk()?.syncState() ?? NOBODY),
    changes: sync.changes.handler(({ signal }) => context.hub.follow(signal)),
    pause: sync.pause.handler(({ input }) => requireDesk(context).pause(input.paused)),
    now: sync.now.handler(() => requireDesk(context).hurry()),
  };
}
