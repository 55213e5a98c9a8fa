/** The page's side of the whole application, without any interface: the contract's client, for tests to call. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Connection } from '../../../contract/app/connection.ts';
import type { deskContract } from '../../../contract/app/desk-contract.ts';

const { renfort } = globalThis as unknown as { renfort: Connection };
const desk: ContractRouterClient<typeof deskContract> = createORPCClient(
  new RPCLink({
    port: {
      postMessage: (message: string | Uint8Array) => renfort.postMessage(message),
      onMessage: { addListener: (listener) => renfort.onMessage(listener) },
      onDisconnect: { addListener: (listener) => renfort.onClose(listener) },
    },
  }),
);

/** Calls an operation by its name; an error comes back as its code. */
async function ask(name: string, input?: unknown): Promise<unknown> {
  const operation = name.split('.').reduce<unknown>((group, key) => (group as Record<string, unknown>)[key], desk) as (
    input: unknown,
  ) => Promise<unknown>;
  try {
    return (await operation(input)) ?? null;
  } catch (error) {
    return { failed: (error as { code?: string }).code ?? String(error) };
  }
}

/** The first `count` values of a stream. */
async function take(name: string, count: number): Promise<unknown[]> {
  const stream = (await ask(name)) as AsyncIterable<unknown>;
  const taken: unknown[] = [];
  for await (const value of stream) {
    taken.push(value);
    if (taken.length === count) break;
  }
  return taken;
}

Object.assign(globalThis, { ask, take });
