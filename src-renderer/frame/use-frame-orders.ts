import { useEffect } from 'react';
import { useDesk } from '../data/desk-context.ts';
import type { FramePart } from './frame-keys.ts';

const RETRY_MS = 1_000;

/** Hears what the application's menu asks of this window. */
export function useFrameOrders(show: (part: FramePart) => void, undo: () => void): void {
  const { client } = useDesk();
  useEffect(() => {
    const abort = new AbortController();
    const follow = async () => {
      for (const { signal } = abort; !signal.aborted; ) {
        try {
          for await (const { order } of await client.workspace.orders(undefined, { signal })) {
            if (order === 'undo') undo();
            else show(order === 'layouts' ? 'windows' : order);
          }
        } catch {
          // The stream ended with its window, or is opened again.
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    };
    void follow();
    return () => abort.abort();
  }, [client, show, undo]);
}
