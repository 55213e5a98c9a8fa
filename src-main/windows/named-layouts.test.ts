import { describe, expect, it } from 'vitest';
import { createNamedLayouts } from './named-layouts.ts';
import type { NamedLayout, WindowMemory } from './window-layout.ts';

const on = (display: string, window: string): WindowMemory => ({
  id: `${window}-${display}`,
  window,
  subjectId: null,
  home: {
    bounds: { x: 0, y: 0, width: 10, height: 10 },
    display: { id: display, bounds: { x: 0, y: 0, width: 100, height: 100 } },
  },
  state: null,
  pinned: null,
});

function layouts() {
  const state = {
    named: [] as readonly NamedLayout[],
    arranged: [] as (readonly WindowMemory[])[],
    changes: 0,
    ids: 0,
  };
  const windows = [on('1', 'missions'), on('2', 'candidates'), on('3', 'crisis')];
  const named = createNamedLayouts(
    {
      named: () => state.named,
      keepNamed: (next) => {
        state.named = next;
      },
      memories: () => windows,
      arrangeAs: async (wanted) => void state.arranged.push(wanted),
    },
    () => {
      state.ids += 1;
      return `l-${state.ids}`;
    },
    () => {
      state.changes += 1;
    },
  );
  return { named, state, windows };
}

describe('named layouts', () => {
  it('keep the windows as they stand, tell their screens, and bring them back', async () => {
    const { named, state, windows } = layouts();
    named.save('Cellule 3 écrans');
    expect(named.list()).toEqual([
      {
        id: 'l-1',
        name: 'Cellule 3 écrans',
        windows: ['Missions', 'Professionnels volontaires', 'Mode crise'],
        displays: 3,
      },
    ]);
    expect(await named.apply('l-1')).toBe(true);
    expect(state.arranged).toEqual([windows]);
    expect(await named.apply('l-9')).toBe(false);
  });

  it('replace one of the same name, also by renaming, and are in order', () => {
    const { named, state } = layouts();
    named.save('nuit');
    named.save('Écrans');
    named.save('NUIT');
    expect(named.list().map(({ id, name }) => [id, name])).toEqual([
      ['l-2', 'Écrans'],
      ['l-1', 'NUIT'],
    ]);
    expect(named.rename('l-2', 'Nuit')).toBe(true);
    expect(named.list().map(({ id, name }) => [id, name])).toEqual([['l-2', 'Nuit']]);
    expect([named.remove('l-2'), named.remove('l-2')]).toEqual([true, false]);
    expect([named.list(), state.changes]).toEqual([[], 5]);
  });
});
