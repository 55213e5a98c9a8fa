import { describe, expect, it } from 'vitest';
import type { Bounds, HostWindow, WindowOptions } from '../host/host.ts';
import type { WindowLayout } from './window-layout.ts';
import { visibleBounds } from './window-layout.ts';
import { createWindowRegistry } from './window-registry.ts';

const SCREEN = { id: '1', bounds: { x: 0, y: 0, width: 1920, height: 1080 }, scale: 1 };
const PLACE: Bounds = { x: 10, y: 20, width: 900, height: 700 };

interface OpenedWindow {
  readonly options: WindowOptions;
  readonly host: HostWindow;
  crash(): void;
  move(bounds: Bounds): void;
}

function desk(kept: WindowLayout | null = null) {
  const opened: OpenedWindow[] = [];
  const written: WindowLayout[] = [];
  const focused: string[] = [];
  const state = { noneLeft: 0, later: [] as (() => void)[], ids: 0 };
  const registry = createWindowRegistry({
    host: {
      displays: () => [SCREEN],
      async openWindow(options) {
        const closed: (() => void)[] = [];
        const crashed: (() => void)[] = [];
        const moved: ((bounds: Bounds) => void)[] = [];
        const host: HostWindow = {
          id: options.id,
          window: options.window,
          bounds: async () => PLACE,
          setTitle: () => undefined,
          focus: () => void focused.push(options.id),
          close: () => {
            for (const listener of closed.splice(0)) listener();
          },
          onClosed: (listener) => void closed.push(listener),
          onCrashed: (listener) => void crashed.push(listener),
          onMoved: (listener) => void moved.push(listener),
          capture: async () => new Uint8Array(),
          facts: async () => ({ title: '', rows: 0, consoleErrors: [], cspViolations: [] }),
        };
        opened.push({
          options,
          host,
          crash: () => {
            for (const listener of crashed) listener();
          },
          move: (bounds) => {
            for (const listener of moved) listener(bounds);
          },
        });
        return host;
      },
    },
    layout: { read: async () => kept, write: async (layout) => void written.push(layout) },
    newId: () => {
      state.ids += 1;
      return `w-${state.ids}`;
    },
    later(_ms, work) {
      state.later.push(work);
      return () => {
        state.later = state.later.filter((one) => one !== work);
      };
    },
    log: () => undefined,
    onNoneLeft: () => {
      state.noneLeft += 1;
    },
  });
  const runLater = () => {
    for (const work of state.later.splice(0)) work();
  };
  return { registry, opened, written, focused, state, runLater };
}

const memory = (patch: object = {}) => ({
  id: 'kept',
  window: 'missions',
  subjectId: null,
  bounds: PLACE,
  state: '{"filters":[]}',
  ...patch,
});

describe('the windows', () => {
  it('open as the first time says when nothing is remembered', async () => {
    const { registry, opened } = desk();
    await registry.restore(['missions', 'candidates']);
    expect(opened.map(({ options }) => options)).toMatchObject([
      { id: 'w-1', window: 'missions', title: 'Missions', bounds: null },
      { id: 'w-2', window: 'candidates', title: 'Professionnels volontaires' },
    ]);
  });

  it('come back where they were, with what they remembered, unless their kind is gone or their screen is', async () => {
    const far = memory({ id: 'far', bounds: { ...PLACE, x: 9000 } });
    const { registry, opened } = desk({ windows: [memory(), far, memory({ id: 'old', window: 'retired' })] });
    await registry.restore(['crisis']);
    expect(opened.map(({ options: { id, bounds } }) => [id, bounds])).toEqual([
      ['kept', PLACE],
      ['far', null],
    ]);
    expect(registry.recall('kept')).toMatchObject({ state: '{"filters":[]}' });
  });

  it('write their layout down once, after the last of several changes', async () => {
    const { registry, opened, written, runLater } = desk();
    await registry.restore(['missions']);
    opened[0]?.move({ ...PLACE, x: 50 });
    registry.remember('w-1', '{"a":1}');
    runLater();
    await expect.poll(() => written.length).toBe(1);
    expect(written).toEqual([{ windows: [memory({ id: 'w-1', bounds: { ...PLACE, x: 50 }, state: '{"a":1}' })] }]);
  });

  it('end the application when the last is closed, and keep what was open', async () => {
    const { registry, opened, written, state, runLater } = desk();
    await registry.restore(['missions', 'crisis']);
    opened[1]?.host.close();
    expect(state.noneLeft).toBe(0);
    runLater();
    opened[0]?.host.close();
    expect(state.noneLeft).toBe(1);
    await registry.settle();
    expect(written.at(-1)?.windows.map(({ window }) => window)).toEqual(['missions']);
  });

  it('come back after a crash with their memory, three times at most', async () => {
    const { registry, opened, state } = desk();
    await registry.restore(['missions']);
    registry.remember('w-1', '{"a":1}');
    for (const crashes of [1, 2]) {
      opened.at(-1)?.crash();
      await expect.poll(() => opened.length).toBe(crashes + 1);
      await expect.poll(() => registry.list().length).toBe(1);
      expect(registry.recall('w-1')?.state).toBe('{"a":1}');
    }
    expect(state.noneLeft).toBe(0);
    opened.at(-1)?.crash();
    await expect.poll(() => state.noneLeft).toBe(1);
    expect(opened).toHaveLength(3);
  });

  it('come forward by their id', async () => {
    const { registry, focused } = desk();
    await registry.open('outbox', null);
    expect([registry.focus('w-1'), registry.focus('w-9')]).toEqual([true, false]);
    expect(focused).toEqual(['w-1']);
    expect(registry.list()).toEqual([{ id: 'w-1', window: 'outbox', title: 'Mes décisions' }]);
  });
});

describe('visibleBounds', () => {
  it.each([
    [PLACE, true],
    [{ ...PLACE, x: -850 }, false],
    [{ ...PLACE, x: -700 }, true],
    [{ ...PLACE, y: -30 }, false],
    [{ ...PLACE, y: 1060 }, false],
  ])('%j is reachable: %s', (bounds, expected) => {
    expect(visibleBounds(bounds, [SCREEN]) !== null).toBe(expected);
  });
});
