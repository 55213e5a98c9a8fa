/** Tells everybody who follows; each follower is an async generator that ends with its signal. */
export function createNews<Item>() {
  const followers = new Set<(item: Item) => void>();
  return {
    tell(item: Item): void {
      for (const follower of followers) follower(item);
    },
    /** @param first told at once, when there is one */
    async *follow(signal: AbortSignal | undefined, first: Item | null): AsyncGenerator<Item, void> {
      const waiting: Item[] = first === null ? [] : [first];
      const wake: { up: () => void } = { up: () => undefined };
      const hear = (item: Item) => {
        waiting.push(item);
        wake.up();
      };
      followers.add(hear);
      signal?.addEventListener('abort', () => wake.up());
      try {
        while (signal?.aborted !== true) {
          const item = waiting.shift();
          if (item !== undefined) yield item;
          else
            await new Promise<void>((resolve) => {
              wake.up = resolve;
            });
        }
      } finally {
        followers.delete(hear);
      }
    },
  };
}
