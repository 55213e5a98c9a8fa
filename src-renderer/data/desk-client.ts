import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Connection } from '../../contract/app/connection.ts';
import type { deskContract } from '../../contract/app/desk-contract.ts';

/** Everything that a window may ask, typed by the contract. */
export type DeskClient = ContractRouterClient<typeof deskContract>;

/** Speaks the desk's contract over the connection that the preload gives to the page. */
export function createDeskClient(connection: Connection): DeskClient {
  const link = new RPCLink({
    port: {
      postMessage: (message: string | Uint8Array) => connection.postMessage(message),
      onMessage: { addListener: (listener) => connection.onMessage(listener) },
      onDisconnect: { addListener: (listener) => connection.onClose(listener) },
    },
  });
  return createORPCClient(link);
}
