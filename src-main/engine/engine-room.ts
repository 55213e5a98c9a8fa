/** Serves everything that the engine answers over one connection to the main process. */
import { RPCHandler } from '@orpc/server/message-port';
import type { Connection } from '../../contract/app/connection.ts';
import { connectionPort } from '../rpc/connection-port.ts';
import { isFailure } from '../rpc/failure.ts';
import { accountHandlers } from './accounts/account-handlers.ts';
import { createImportsOf } from './accounts/imports-of.ts';
import { arbitrationHandlers } from './arbitration/arbitration-handlers.ts';
import { createPlansOf } from './arbitration/plans-of.ts';
import { boardHandlers } from './board/board-handlers.ts';
import type { EngineContext } from './engine-context.ts';
import { asFailure } from './engine-faults.ts';
import { followUpHandlers } from './follow-up/follow-up-handlers.ts';
import { candidateHandlers, documentHandlers } from './handlers/candidate-handlers.ts';
import { cellHandlers } from './handlers/cell-handlers.ts';
import { controlHandlers } from './handlers/control-handlers.ts';
import { decisionHandlers, outboxHandlers } from './handlers/decision-handlers.ts';
import { deskHandlers } from './handlers/desk-handlers.ts';
import { exportHandlers } from './handlers/export-handlers.ts';
import { missionHandlers } from './handlers/mission-handlers.ts';
import { syncHandlers } from './handlers/sync-handlers.ts';
import { journalHandlers } from './journal/journal-handlers.ts';
import { mapHandlers } from './map/map-handlers.ts';
import { nationHandlers } from './nation/nation-handlers.ts';
import { createHeldComparison } from './snapshots/held-comparison.ts';
import { asInReview } from './snapshots/hide-neutral.ts';
import { pointHandlers } from './snapshots/point-handlers.ts';
import { snapshotHandlers } from './snapshots/snapshot-handlers.ts';

export function engineRouter(context: EngineContext) {
  const plansOf = createPlansOf();
  const importsOf = createImportsOf();
  const comparison = createHeldComparison(context.parts);
  return {
    sync: syncHandlers(context),
    missions: missionHandlers(context),
    candidates: candidateHandlers(context),
    accounts: accountHandlers(context, importsOf),
    board: boardHandlers(context),
    decisions: decisionHandlers(context, plansOf, importsOf),
    ...arbitrationHandlers(context, plansOf),
    outbox: outboxHandlers(context),
    exports: exportHandlers(context, comparison),
    documents: documentHandlers(context),
    ...deskHandlers(context),
    map: mapHandlers(context),
    nation: nationHandlers(context),
    control: controlHandlers(context, comparison.files),
    cell: cellHandlers(context),
    point: pointHandlers(context),
    followUp: followUpHandlers(context),
    journal: journalHandlers(context),
    snapshotControl: snapshotHandlers(context, comparison),
  };
}

export function serveEngine(context: EngineContext, connection: Connection): void {
  const handler = new RPCHandler(engineRouter(context), {
    clientInterceptors: [
      async ({ next, path }) => {
        try {
          const answer = await next();
          return asInReview(context.desk(), path.join('.'), answer);
        } catch (error) {
          const told = asFailure(error);
          if (told === error && !isFailure(error))
            context.log('engine.fault', { operation: path.join('.'), ...whereThrown(error) });
          throw told;
        }
      },
    ],
  });
  handler.upgrade(connectionPort(connection));
}

/** Enough to find a bug, and free of anybody's data. */
function whereThrown(error: unknown): { code: string; at: string | null } {
  if (!(error instanceof Error)) return { code: typeof error, at: null };
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return { code: error.name, at: /([\w.-]+\.[cm]?[jt]s:\d+):\d+\)?$/.exec(frame ?? '')?.[1] ?? null };
}
