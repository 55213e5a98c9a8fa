/** The engine room put together: one base open at a time, and what is told about it. */
import type { Log } from '../diagnostics/log.ts';
import { openStore } from '../store/store.ts';
import { createChangeHub } from './change-hub.ts';
import type { EngineContext } from './engine-context.ts';
import { createFactStream } from './fact-stream.ts';
import type { DeskParts, OpenDesk } from './open-desk.ts';
import { openDesk } from './open-desk.ts';
import { openOrSetAside } from './set-aside.ts';

export type EngineParts = Pick<DeskParts, 'clock' | 'makeId' | 'turns' | 'timers' | 'openTransport'> & {
  readonly log: Log;
};

export function createEngine(parts: EngineParts): EngineContext {
  const { clock, log } = parts;
  const hub = createChangeHub();
  const facts = createFactStream();
  const state = { desk: null as OpenDesk | null };

  async function close(): Promise<void> {
    const { desk } = state;
    state.desk = null;
    await desk?.close();
  }

  return {
    hub,
    facts,
    log,
    desk: () => state.desk,
    close,
    async open(path, key, personId) {
      await close();
      const { store, quarantined } = openOrSetAside(path, clock(), () =>
        openStore(path, key.slice(), { personId, log }),
      );
      if (quarantined !== null) facts.tell({ fact: 'storage-damaged', quarantined });
      const desk = openDesk(store, { ...parts, hub, onTokenRefused: () => facts.tell({ fact: 'token-refused' }) });
      state.desk = desk;
      return desk;
    },
  };
}
