import { describe, expect, it } from 'vitest';
import type { Selection } from '../../contract/app/selection.ts';
import { createPinnableSelection } from './pinnable-selection.ts';
import type { SelectionStore } from './selection-store.ts';

const subject = (id: string) => ({ kind: 'mission' as const, id });

function shared() {
  const listeners = new Set<() => void>();
  const state = { selection: { revision: 0, subject: null, chosen: null } as Selection };
  const store: SelectionStore = {
    current: () => state.selection,
    latest: () => state.selection,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(next) {
      state.selection = { revision: state.selection.revision + 1, ...next };
      for (const listener of listeners) listener();
    },
  };
  return store;
}

describe('a window’s selection', () => {
  it('is the shared one until the window is pinned, then its own', () => {
    const all = shared();
    const kept: unknown[] = [];
    const heard: (string | undefined)[] = [];
    const mine = createPinnableSelection(all, (one) => kept.push(one));
    mine.subscribe(() => heard.push(mine.current().subject?.id));
    all.change({ subject: subject('m-1'), chosen: null });
    mine.pin(subject('m-1'));
    all.change({ subject: subject('m-2'), chosen: null });
    expect([mine.current().subject?.id, mine.pinned()]).toEqual(['m-1', subject('m-1')]);
    expect(heard).toEqual(['m-1', 'm-1']);
  });

  it('moves itself alone while it is pinned, and follows again afterwards', () => {
    const all = shared();
    const kept: unknown[] = [];
    const mine = createPinnableSelection(all, (one) => kept.push(one));
    mine.pin(subject('m-1'));
    mine.change({ subject: subject('m-5'), chosen: null });
    expect([mine.current().subject?.id, all.current().subject]).toEqual(['m-5', null]);
    all.change({ subject: subject('m-2'), chosen: null });
    mine.pin(null);
    expect([mine.current().subject?.id, mine.pinned()]).toEqual(['m-2', null]);
    mine.change({ subject: subject('m-3'), chosen: null });
    expect(all.current().subject?.id).toBe('m-3');
    expect(kept).toEqual([subject('m-1'), subject('m-5'), null]);
  });

  it('remembers the mission looked at last, also after a person was looked at', () => {
    const all = shared();
    const mine = createPinnableSelection(all, () => undefined);
    expect(mine.lastMission()).toBeNull();
    all.change({ subject: subject('m-1'), chosen: null });
    all.change({ subject: { kind: 'candidate', id: 'c-1' }, chosen: null });
    expect(mine.lastMission()).toBe('m-1');
    mine.pin(subject('m-2'));
    expect(mine.lastMission()).toBe('m-2');
  });

  it('is the same object until it changes, as a page that draws asks', () => {
    const mine = createPinnableSelection(shared(), () => undefined);
    mine.pin(subject('m-1'));
    expect(mine.current()).toBe(mine.current());
  });
});
