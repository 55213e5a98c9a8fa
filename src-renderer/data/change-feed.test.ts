import { describe, expect, it } from 'vitest';
import type { Change } from '../../contract/app/sync-state.ts';
import { createChangeFeed } from './change-feed.ts';

/** A stream that gives these changes, then breaks or ends. */
async function* stream(changes: readonly Change[], breaks = false): AsyncGenerator<Change> {
  yield* changes;
  if (breaks) throw new Error('the engine stopped');
}

const change = (...topics: Change['topics']): Change => ({ revision: 1, topics });

/** Follows these streams one after the other, then stops; says who was told, in order. */
async function heardFrom(streams: readonly AsyncIterable<Change>[]): Promise<string[]> {
  const heard: string[] = [];
  const left = [...streams];
  await new Promise<void>((resolve) => {
    const feed = createChangeFeed(
      async () => {
        const next = left.shift();
        if (next === undefined) {
          feed.stop();
          resolve();
          throw new Error('no more');
        }
        return next;
      },
      async () => undefined,
    );
    feed.subscribe(['missions'], () => heard.push('missions'));
    feed.subscribe(['outbox', 'sync'], () => heard.push('outbox'));
  });
  return heard;
}

describe('a page hears that something changed', () => {
  it('and tells only those who show it, once a change', async () => {
    expect(await heardFrom([stream([change('missions'), change('outbox', 'sync'), change('views')])])).toEqual([
      'missions',
      'outbox',
    ]);
  });

  it('and tells everybody when the stream comes back: nobody knows what was missed', async () => {
    expect(await heardFrom([stream([], true), stream([change('missions')])])).toEqual([
      'missions',
      'outbox',
      'missions',
    ]);
  });
});
