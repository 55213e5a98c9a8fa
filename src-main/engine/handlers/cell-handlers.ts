import { implement } from '@orpc/server';
import { PRESENCE_HELD_MS } from '../../../contract/national/routes/presence-routes.ts';
import type { NationalClient } from '../../national/national-client.ts';
import { cellControlContract } from '../../presence/cell-control.ts';
import { failure } from '../../rpc/failure.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireDesk } from './require-desk.ts';

const PATIENCE_MS = 10_000;
/** Beyond what the service holds a question for. */
const HELD_MS = PRESENCE_HELD_MS + PATIENCE_MS;

/** Who is present and the cell's log, asked of the national service for the main process. */
export function cellHandlers(context: EngineContext) {
  const cell = implement(cellControlContract);
  const client = (): NationalClient => {
    const found = requireDesk(context).client();
    if (found === null) throw failure('signed-out');
    return found;
  };
  const patience = () => AbortSignal.timeout(PATIENCE_MS);
  return {
    announce: cell.announce.handler(({ input }) =>
      client().announcePresence(input.station, input.missionIds, patience()),
    ),
    follow: cell.follow.handler(({ input, signal }) => {
      const limit = AbortSignal.timeout(HELD_MS);
      const until = signal === undefined ? limit : AbortSignal.any([signal, limit]);
      return client().followPresence(input.station, input.seen, until);
    }),
    readLog: cell.readLog.handler(async ({ input }) => [...(await client().readCellLog(input.before, patience()))]),
    writeLog: cell.writeLog.handler(({ input }) => client().writeCellLog(input, patience())),
  };
}
