import { RPCHandler } from '@orpc/server/message-port';
import type { Connection } from '../../contract/app/connection.ts';
import type { Log } from '../diagnostics/log.ts';
import { connectionPort } from './connection-port.ts';
import type { DeskContext } from './desk-parts.ts';
import type { DeskRouter } from './desk-router.ts';
import { nameFailure } from './name-failure.ts';

/** Answers a window's page for as long as its connection lasts; its end ends every stream that it follows. */
export type ServeWindow = (windowId: string, connection: Connection) => void;

export function createServeWindow(router: DeskRouter, log: Log, newReference: () => string): ServeWindow {
  const handler = new RPCHandler<DeskContext>(router, {
    clientInterceptors: [
      async ({ next, path }) => {
        try {
          return await next();
        } catch (error) {
          throw nameFailure(error, path.join('.'), log, newReference);
        }
      },
    ],
  });
  return (windowId, connection) => handler.upgrade(connectionPort(connection), { context: { windowId } });
}
