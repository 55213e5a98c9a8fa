import type { BrowserPortLike } from '@orpc/client/message-port';
import type { Connection } from '../../contract/app/connection.ts';

/** A connection in the shape that oRPC speaks to. */
export function connectionPort(connection: Connection): BrowserPortLike {
  return {
    postMessage: (message: string | Uint8Array) => connection.postMessage(message),
    onMessage: { addListener: (listener) => connection.onMessage(listener) },
    onDisconnect: { addListener: (listener) => connection.onClose(listener) },
  };
}
