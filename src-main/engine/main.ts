/**
 * Entry of the engine room: the process that owns the base, synchronisation, decisions and the image (ARCHITECTURE §4).
 * It speaks to the main process alone.
 */
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../diagnostics/log.ts';
import { openEngineConnection } from '../host/engine-connection.ts';
import { openUndiciTransport } from '../national/undici-transport.ts';
import { REAL_TIMERS } from '../sync/real-timers.ts';
import { createEngine } from './create-engine.ts';
import { serveEngine } from './engine-room.ts';
import { makeUuidV7 } from './make-uuid-v7.ts';
import { spareMemory } from './spare-memory.ts';

spareMemory();

/** Lines of the log go out by the standard error stream, which the host keeps. */
const log: Log = (event, details = {}) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`);
};

const connection = openEngineConnection();
const engine = createEngine({
  clock: Date.now,
  makeId: () => makeUuidV7(Date.now()),
  turns: {
    later: async (milliseconds) => {
      await (milliseconds > 0 ? wait(milliseconds) : nextTurn());
    },
    stopwatch: () => performance.now(),
  },
  timers: REAL_TIMERS,
  openTransport: (origin, proxy) => openUndiciTransport({ origin, proxy }),
  log,
});
connection.onClose(() => {
  engine.close().catch(() => log('engine.not-closed'));
});
serveEngine(engine, connection);
