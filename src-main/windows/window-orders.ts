/** What the application's menu asks of one window: to show its palette, its shortcuts… */
import { createReaders } from '../rpc/readers.ts';

export const ORDERS = ['palette', 'help', 'undo', 'windows', 'layouts', 'notices', 'log'] as const;
export type WindowOrder = (typeof ORDERS)[number];

export interface WindowOrders {
  give(windowId: string, order: WindowOrder): void;
  /** Only what is given while it is followed: a menu chosen before the page was there is gone. */
  follow(windowId: string, signal?: AbortSignal): AsyncGenerator<{ order: WindowOrder }, void>;
}

interface Follower {
  readonly windowId: string;
  readonly orders: WindowOrder[];
}

export function createWindowOrders(): WindowOrders {
  const readers = createReaders();
  const followers = new Set<Follower>();
  return {
    give(windowId, order) {
      for (const follower of followers) if (follower.windowId === windowId) follower.orders.push(order);
      readers.wake();
    },
    async *follow(windowId, signal) {
      const follower: Follower = { windowId, orders: [] };
      followers.add(follower);
      const next = () => {
        const order = follower.orders.shift();
        return order === undefined ? null : { order };
      };
      try {
        yield* readers.read(next, signal);
      } finally {
        followers.delete(follower);
      }
    },
  };
}
