import { describe, expect, it } from 'vitest';
import { createNavigator } from './navigator.ts';

function desk() {
  const seen: unknown[] = [];
  const navigator = createNavigator({
    windows: {
      goTo: async (kind) => void seen.push(['go', kind]),
      open: async (kind, subject, state) => void seen.push(['open', kind, subject, JSON.parse(state ?? 'null')]),
    },
    selection: { change: ({ subject }) => void seen.push(['select', subject]) },
    establishment: async (id) => (id === 'e-1' ? { name: 'EHPAD Les Tilleuls', number: '540000001' } : null),
  });
  return { navigator, seen };
}

describe('what is shown', () => {
  it('is a mission in the queue, a person among people', async () => {
    const { navigator, seen } = desk();
    await navigator.show('mission', 'm-1');
    await navigator.follow({ subject: 'candidate', id: 'c-1' });
    expect(seen).toEqual([
      ['select', { kind: 'mission', id: 'm-1' }],
      ['go', 'missions'],
      ['select', { kind: 'candidate', id: 'c-1' }],
      ['go', 'candidates'],
    ]);
  });

  it('is an establishment’s missions in a queue of their own, under filters that can be taken away', async () => {
    const { navigator, seen } = desk();
    expect(await navigator.show('establishment', 'e-1')).toBe(true);
    const filters = [{ type: 'contains', column: 'establishmentName', text: 'EHPAD Les Tilleuls' }];
    expect(seen).toEqual([['open', 'missions', 'e-1', { filters, search: '540000001' }]]);
    expect(await navigator.show('establishment', 'e-9')).toBe(false);
  });

  it('S34 is a window, and never a decision', async () => {
    const { navigator, seen } = desk();
    expect(await navigator.follow({ window: 'crisis' })).toBe(true);
    expect(seen).toEqual([['go', 'crisis']]);
  });
});
