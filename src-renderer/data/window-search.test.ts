import { describe, expect, it } from 'vitest';
import { createWindowSearchStore } from './window-search.ts';

describe('where a window searches', () => {
  it('is offered while its content is there, and a later content keeps its own', () => {
    const store = createWindowSearchStore();
    const told: string[] = [];
    store.subscribe(() => told.push(store.current() === null ? 'nowhere' : 'somewhere'));
    const takeBack = store.offer(() => undefined);
    const later = (text: string) => void told.push(text);
    const takeBackLater = store.offer(later);
    takeBack();
    store.current()?.('metz');
    takeBackLater();
    expect(told).toEqual(['somewhere', 'somewhere', 'metz', 'nowhere']);
  });
});
