/** The workspace put together: windows, what they share, what they are told. */
import { join } from 'node:path';
import type { Log } from '../diagnostics/log.ts';
import type { Host } from '../host/host.ts';
import { createSealedFile } from '../settings/sealed-file.ts';
import { parseDeepLink } from './deep-link.ts';
import { deskMenu, menuChoice } from './desk-menu.ts';
import { createLayoutKeeper } from './layout-keeper.ts';
import type { NamedLayouts } from './named-layouts.ts';
import { createNamedLayouts } from './named-layouts.ts';
import type { Navigator, NavigatorParts } from './navigator.ts';
import { createNavigator } from './navigator.ts';
import type { Notices } from './notices.ts';
import { createNotices } from './notices.ts';
import type { SharedSelection } from './shared-selection.ts';
import { createSharedSelection } from './shared-selection.ts';
import type { WindowKind } from './window-kinds.ts';
import type { WindowOrders } from './window-orders.ts';
import { createWindowOrders } from './window-orders.ts';
import type { WindowRegistry } from './window-registry.ts';
import { createWindowRegistry } from './window-registry.ts';
import type { WorkspaceChanges } from './workspace-changes.ts';
import { createWorkspaceChanges } from './workspace-changes.ts';

export interface WorkspaceOptions {
  readonly host: Host;
  readonly clock: () => number;
  readonly newId: () => string;
  /** Runs something after so many milliseconds; what it returns calls it off. */
  readonly later: (ms: number, work: () => void) => () => void;
  readonly log: Log;
  readonly establishment: NavigatorParts['establishment'];
  /** Synchronise now, when the menu asks. */
  readonly hurry: () => void;
}

export interface Workspace {
  readonly windows: WindowRegistry;
  readonly selection: SharedSelection;
  readonly layouts: NamedLayouts;
  readonly navigator: Navigator;
  readonly notices: Notices;
  readonly orders: WindowOrders;
  readonly changes: WorkspaceChanges;
  /** Opens what was open, or these kinds the first time; then hears links and displays. */
  start(firstWindows: readonly WindowKind[]): Promise<void>;
  settle(): Promise<void>;
}

export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { host, clock, newId, later, log } = options;
  const changes = createWorkspaceChanges();
  const orders = createWindowOrders();
  const selection = createSharedSelection();
  const sealed = (name: string) => createSealedFile(join(host.dataFolder, name), host.secrets, name);
  const windows = createWindowRegistry({
    host,
    layout: createLayoutKeeper(sealed('fenetres')),
    newId,
    later,
    log,
    onNoneLeft: () => void host.quit(),
    onChanged: () => {
      changes.tell('windows');
      showMenu();
    },
  });
  const layouts = createNamedLayouts(windows, newId, () => {
    changes.tell('layouts');
    showMenu();
  });
  const navigator = createNavigator({ windows, selection, establishment: options.establishment });
  const notices = createNotices({
    file: sealed('notifications'),
    notify: (title, body) => host.notify(title, body),
    clock,
    newId,
    later,
    onChanged: () => changes.tell('notices'),
  });
  const quietly = (work: Promise<unknown>) => {
    work.catch((error: unknown) => log('workspace.not-done', { code: error instanceof Error ? error.name : '' }));
  };
  const choose = (entry: string, window: string | null) => {
    const chosen = menuChoice(entry);
    if (chosen === null) return;
    const front = window ?? windows.list().at(-1)?.id ?? '';
    if (chosen.choice === 'open') quietly(windows.open(chosen.window, null));
    else if (chosen.choice === 'focus') windows.focus(chosen.id);
    else if (chosen.choice === 'apply') quietly(layouts.apply(chosen.id));
    else if (chosen.choice === 'order') orders.give(front, chosen.order);
    else if (chosen.choice === 'close') windows.close(front);
    else if (chosen.choice === 'reopen') quietly(windows.reopen());
    else if (chosen.choice === 'sync') options.hurry();
    else quietly(host.quit());
  };
  const showMenu = () => host.setMenu(deskMenu(windows.list(), layouts.list()), choose);
  return {
    windows,
    selection,
    layouts,
    navigator,
    notices,
    orders,
    changes,
    async start(firstWindows) {
      await notices.restore();
      await windows.restore(firstWindows);
      host.onDisplaysChanged(() => windows.displaysChanged());
      host.onDeepLink((address) => {
        const link = parseDeepLink(address);
        if (link === null) log('app.deep-link-refused', { length: address.length });
        else quietly(navigator.follow(link));
      });
    },
    async settle() {
      await windows.settle();
      await notices.settle();
    },
  };
}
