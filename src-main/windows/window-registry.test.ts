import { describe, expect, it } from 'vitest';
import type { Bounds, Display, HostWindow, WindowOptions } from '../host/host.ts';
import type { WindowLayout, WindowMemory } from './window-layout.ts';
import { windowLayoutSchema } from './window-layout.ts';
import { createWindowRegistry } from './window-registry.ts';

const SCREEN: Display = { id: '1', bounds: { x: 0, y: 0, width: 1920, height: 1080 }, scale: 1 };
const SECOND: Display = { id: '2', bounds: { x: 1920, y: 0, width: 1280, height: 800 }, scale: 1 };
const PLACE: Bounds = { x: 10, y: 20, width: 900, height: 700 };
const HOME = { bounds: PLACE, display: { id: '1', bounds: SCREEN.bounds } };

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
  const titles: string[] = [];
  const placed: (readonly [string, Bounds])[] = [];
  const state = {
    displays: [SCREEN] as readonly Display[],
    changes: 0,
    noneLeft: 0,
    later: [] as (() => void)[],
    ids: 0,
  };
  const registry = createWindowRegistry({
    host: {
      displays: () => state.displays,
      async openWindow(options) {
        const closed: (() => void)[] = [];
        const crashed: (() => void)[] = [];
        const moved: ((bounds: Bounds) => void)[] = [];
        const host: HostWindow = {
          id: options.id,
          window: options.window,
          bounds: async () => PLACE,
          place: (bounds) => void placed.push([options.id, bounds]),
          setTitle: (title) => void titles.push(title),
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
    onChanged: () => {
      state.changes += 1;
    },
  });
  const runLater = () => {
    for (const work of state.later.splice(0)) work();
  };
  return { registry, opened, written, focused, placed, titles, state, runLater };
}

const memory = (patch: Partial<WindowMemory> = {}): WindowMemory => ({
  id: 'kept',
  window: 'missions',
  subjectId: null,
  home: HOME,
  state: '{"filters":[]}',
  pinned: null,
  ...patch,
});

const layout = (...windows: WindowMemory[]): WindowLayout => ({ windows, closed: [], named: [] });

/** Lets promises that are under way come to an end. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));

describe('the windows', () => {
  it('open as the first time says when nothing is remembered', async () => {
    const { registry, opened } = desk();
    await registry.restore(['missions', 'candidates']);
    expect(opened.map(({ options }) => options)).toMatchObject([
      { id: 'w-1', window: 'missions', title: 'Missions', bounds: null },
      { id: 'w-2', window: 'candidates', title: 'Professionnels volontaires' },
    ]);
  });

  it('on a snapshot say which, follow nothing of the present, and are not opened again at the next start', async () => {
    const { registry, opened, written, runLater } = desk();
    await registry.restore(['outbox']);
    await registry.openReview('missions', 'review-1');
    const [, review] = opened;
    expect(review?.options.title).toBe('Missions · relecture');
    expect([registry.reviewOf(review?.options.id ?? ''), registry.reviewOf('w-1')]).toEqual(['review-1', null]);
    expect(registry.hasFollower('missions')).toBe(false);
    runLater();
    await expect.poll(() => written.length).toBe(1);
    expect(written[0]?.windows.map(({ window }) => window)).toEqual(['outbox']);
    review?.host.close();
    expect(await registry.reopen()).toBe(false);
  });

  it('come back where they were, with what they remembered, unless their kind is gone', async () => {
    const far = memory({
      id: 'far',
      home: { bounds: { ...PLACE, x: 1930 }, display: { id: '2', bounds: SECOND.bounds } },
    });
    const { registry, opened } = desk(layout(memory(), far, memory({ id: 'old', window: 'retired' })));
    await registry.restore(['crisis']);
    expect(opened.map(({ options: { id, bounds } }) => [id, bounds])).toEqual([
      ['kept', PLACE],
      // Its display is not there: the same relative place, wholly on the one that is.
      ['far', { x: 27, y: 76, width: 900, height: 700 }],
    ]);
    expect(registry.recall('kept')).toMatchObject({ state: '{"filters":[]}' });
  });

  it('read a layout that an older version kept', () => {
    const { windows } = windowLayoutSchema.parse({
      windows: [{ id: 'kept', window: 'missions', subjectId: null, bounds: PLACE, state: null }],
    });
    expect(windows).toEqual([memory({ home: null, state: null })]);
  });

  it('write their layout down once, after the last of several changes', async () => {
    const { registry, opened, written, runLater } = desk();
    await registry.restore(['missions']);
    opened[0]?.move({ ...PLACE, x: 30 });
    opened[0]?.move({ ...PLACE, x: 50 });
    registry.remember('w-1', '{"a":1}');
    await breathe();
    runLater();
    runLater();
    await breathe();
    const home = { ...HOME, bounds: { ...PLACE, x: 50 } };
    expect(written.at(-1)).toEqual(layout(memory({ id: 'w-1', home, state: '{"a":1}' })));
    expect(written.length).toBeLessThanOrEqual(2);
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

  it('are listed, the same kind twice under two names, and come forward or close by their id', async () => {
    const { registry, focused, state } = desk();
    await registry.open('missions', null);
    await registry.open('missions', null);
    expect(registry.list().map(({ id, title }) => [id, title])).toEqual([
      ['w-1', 'Missions'],
      ['w-2', 'Missions (2)'],
    ]);
    expect([registry.focus('w-1'), registry.focus('w-9')]).toEqual([true, false]);
    expect(focused).toEqual(['w-1']);
    expect([registry.close('w-1'), registry.close('w-9')]).toEqual([true, false]);
    expect(registry.list().map(({ id }) => id)).toEqual(['w-2']);
    expect(state.changes).toBe(3);
  });
});

describe('filters are never lost', () => {
  it('a kind that is opened again finds what the last of it that was closed remembered', async () => {
    const { registry, opened } = desk();
    await registry.restore(['missions', 'crisis']);
    registry.remember('w-1', '{"search":"Metz"}');
    registry.close('w-1');
    await registry.open('missions', null);
    expect(registry.recall(opened.at(-1)?.options.id ?? '')?.state).toBe('{"search":"Metz"}');
    await registry.open('missions', null);
    expect(registry.recall(opened.at(-1)?.options.id ?? '')?.state).toBeNull();
  });

  it('a window about another subject begins anew', async () => {
    const { registry, opened } = desk();
    await registry.open('candidates', 'm-1');
    await registry.open('missions', null);
    registry.remember('w-1', '{"search":"Metz"}');
    registry.close('w-1');
    await registry.open('candidates', 'm-2');
    expect(registry.recall(opened.at(-1)?.options.id ?? '')?.state).toBeNull();
  });

  it('the window closed last comes back where it was', async () => {
    const { registry, opened } = desk(layout(memory(), memory({ id: 'other', window: 'crisis' })));
    await registry.restore([]);
    registry.close('kept');
    expect(await registry.reopen()).toBe(true);
    expect(opened.at(-1)?.options).toMatchObject({ window: 'missions', bounds: PLACE });
    expect(await registry.reopen()).toBe(false);
  });
});

describe('a pinned window', () => {
  it('keeps its subject over a restart, and says so in its title', async () => {
    const { registry, titles, written } = desk();
    await registry.restore(['missions']);
    expect(registry.pin('w-1', { kind: 'mission', id: 'm-1' })).toBe(true);
    expect(registry.pin('w-9', null)).toBe(false);
    expect([titles, registry.list()[0]?.pinned]).toEqual([['Missions · épinglée'], true]);
    await registry.settle();
    expect(written.at(-1)?.windows[0]?.pinned).toEqual({ kind: 'mission', id: 'm-1' });
  });

  it('is not the one that navigation takes', async () => {
    const { registry, opened, focused } = desk();
    await registry.restore(['missions']);
    await registry.goTo('missions');
    expect(focused).toEqual(['w-1']);
    registry.pin('w-1', { kind: 'mission', id: 'm-1' });
    await registry.goTo('missions');
    expect(opened.map(({ options }) => options.window)).toEqual(['missions', 'missions']);
  });
});

describe('displays that come and go', () => {
  const onSecond = memory({
    home: { bounds: { x: 1920, y: 0, width: 1280, height: 800 }, display: { id: '2', bounds: SECOND.bounds } },
  });

  it('bring windows to a display that is there, and home when theirs is back', async () => {
    const { registry, placed, state } = desk(layout(onSecond));
    state.displays = [SCREEN, SECOND];
    await registry.restore([]);
    state.displays = [SCREEN];
    registry.displaysChanged();
    state.displays = [SCREEN, SECOND];
    registry.displaysChanged();
    expect(placed).toEqual([
      ['kept', { x: 0, y: 0, width: 1280, height: 800 }],
      ['kept', { x: 1920, y: 0, width: 1280, height: 800 }],
    ]);
  });

  it('are not a person’s choice: what the system moves meanwhile is not kept', async () => {
    const { registry, opened, state, written, runLater } = desk(layout(onSecond));
    state.displays = [SCREEN, SECOND];
    await registry.restore([]);
    // The system moves the window first, then says that the display is gone, then moves it again.
    opened[0]?.move({ x: 600, y: 200, width: 1280, height: 800 });
    state.displays = [SCREEN];
    registry.displaysChanged();
    opened[0]?.move({ x: 0, y: 0, width: 1280, height: 800 });
    runLater();
    await registry.settle();
    expect(written.at(-1)?.windows[0]?.home).toEqual(onSecond.home);
  });

  it('leave alone what a person moves once they stay', async () => {
    const { registry, opened, state, runLater } = desk(layout(onSecond));
    await registry.restore([]);
    registry.displaysChanged();
    runLater();
    opened[0]?.move(PLACE);
    runLater();
    expect(state.displays).toEqual([SCREEN]);
    expect(registry.memories()[0]?.home).toEqual(HOME);
  });
});

describe('an arrangement', () => {
  it('moves what is open with its filters, opens what is missing, closes the rest, in that order', async () => {
    const { registry, opened, placed, state } = desk();
    await registry.restore(['missions', 'crisis']);
    registry.remember('w-1', '{"search":"Metz"}');
    const board = memory({ id: 'b', window: 'candidates', state: '{"exploring":true}' });
    await registry.arrangeAs([memory(), board]);
    expect(state.noneLeft).toBe(0);
    expect(placed).toContainEqual(['w-1', PLACE]);
    expect(registry.list().map(({ window }) => window)).toEqual(['missions', 'candidates']);
    expect(registry.recall('w-1')?.state).toBe('{"search":"Metz"}');
    expect(registry.recall(opened.at(-1)?.options.id ?? '')?.state).toBe('{"exploring":true}');
    expect(await registry.reopen()).toBe(true);
    expect(registry.list().at(-1)?.window).toBe('crisis');
  });
});
