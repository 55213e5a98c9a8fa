/** What a window asks about the workspace itself: windows, layouts, what was told (contract/app/workspace-contract.ts). */
import { implement } from '@orpc/server';
import { workspaceContract } from '../../contract/app/workspace-contract.ts';
import { WINDOW_TITLES } from '../windows/window-kinds.ts';
import type { Workspace } from '../windows/workspace.ts';
import type { DeskContext } from './desk-parts.ts';
import { failure } from './failure.ts';

export function workspaceHandlers({
  windows,
  changes,
  orders,
  layouts,
  navigator,
  notices,
}: Omit<Workspace, 'start' | 'settle'>) {
  const desk = implement(workspaceContract).$context<DeskContext>();
  const found = (isThere: boolean) => {
    if (!isThere) throw failure('not-found');
  };
  return desk.router({
    changes: desk.changes.handler(({ signal }) => changes.follow(signal)),
    orders: desk.orders.handler(({ signal, context }) => orders.follow(context.windowId, signal)),
    windows: {
      list: desk.windows.list.handler(({ context }) =>
        windows.list().map((line) => ({ ...line, mine: line.id === context.windowId })),
      ),
      kinds: desk.windows.kinds.handler(() =>
        Object.entries(WINDOW_TITLES).map(([window, title]) => ({ window, title })),
      ),
      close: desk.windows.close.handler(({ input }) => found(windows.close(input.id))),
      reopen: desk.windows.reopen.handler(async () => found(await windows.reopen())),
      show: desk.windows.show.handler(async ({ input }) => found(await navigator.show(input.kind, input.id))),
      pinned: desk.windows.pinned.handler(({ context }) => windows.recall(context.windowId)?.pinned ?? null),
      pin: desk.windows.pin.handler(({ input, context }) => found(windows.pin(context.windowId, input.subject))),
    },
    layouts: {
      list: desk.layouts.list.handler(() => layouts.list()),
      save: desk.layouts.save.handler(({ input }) => layouts.save(input.name)),
      apply: desk.layouts.apply.handler(async ({ input }) => found(await layouts.apply(input.id))),
      rename: desk.layouts.rename.handler(({ input }) => found(layouts.rename(input.id, input.name))),
      remove: desk.layouts.remove.handler(({ input }) => found(layouts.remove(input.id))),
    },
    notices: {
      list: desk.notices.list.handler(() => notices.list()),
      markRead: desk.notices.markRead.handler(() => notices.markRead()),
      setQuietHours: desk.notices.setQuietHours.handler(({ input }) => notices.setQuietHours(input.quietHours)),
    },
  });
}
