/** What the application's menu asks of one window: to show its palette, its shortcuts… */
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
  wake: () => void;
}

export function createWindowOrders(): WindowOrders {
  const followers = new Set<Follower>();
  return {
    give(windowId, order) {
      for (const follower of followers) {
        if (follower.windowId !== windowId) continue;
        follower.orders.push(order);
        follower.wake();
      }
    },
    async *follow(windowId, signal) {
      const follower: Follower = { windowId, orders: [], wake: () => undefined };
      followers.add(follower);
      const wake = () => follower.wake();
      signal?.addEventListener('abort', wake);
      try {
        while (signal?.aborted !== true) {
          const order = follower.orders.shift();
          if (order !== undefined) {
            yield { order };
            continue;
          }
          await new Promise<void>((resolve) => {
            follower.wake = resolve;
          });
        }
      } finally {
        signal?.removeEventListener('abort', wake);
        followers.delete(follower);
      }
    },
  };
}
