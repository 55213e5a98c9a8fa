/**
 * A double of the `electron` module over real Chromium pages: application life cycle, windows, schemes, worlds, ports.
 * Strict where the documentation is strict about order and options, and throwing on whatever it does not know, so that
 * the host that runs on it runs as written. What only the binary can show is listed in docs/not-run.md.
 */
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { ElectronModule } from '../../../src-main/host/electron-host/electron-module.ts';
import { APP_EVENTS, createDoubleApp } from './double-app.ts';
import {
  createDoubleDialog,
  createDoubleMenu,
  createDoublePowerMonitor,
  createDoubleProtocol,
  createDoubleSafeStorage,
  createDoubleScreen,
  createDoubleSession,
  createDoubleShell,
} from './double-services.ts';
import { createDoubleUtilityProcess } from './double-utility-process.ts';
import { createDoubleWindow } from './double-window.ts';
import type { DoubleWindow, DoubleWindowOptions, DoubleWorld } from './double-world.ts';
import { strict } from './strict.ts';
import { strictEvents } from './strict-events.ts';

export interface ElectronDoubleSettings {
  readonly executablePath: string;
  readonly userData: string;
  readonly backend?: 'basic_text' | 'gnome_libsecret' | 'kwallet6';
  readonly hasLock?: boolean;
  /** Folder that holds the application; by default this process's own. */
  readonly appPath?: string;
  readonly proxyAnswer?: string;
  /** The system's own key, so that another start finds what this one wrapped; by default a new one. */
  readonly vaultKey?: Buffer;
  /** Where the person saves the next file; null when she cancels. */
  readonly chosenPath?: (suggested: string) => string | null;
}

export interface ElectronDouble {
  readonly electron: ElectronModule;
  readonly seen: DoubleWorld['seen'];
  /** Every window that is open, in the order of opening. */
  windows(): readonly DoubleWindow[];
  pages(): readonly Page[];
  /** Another start of the same application, or an address opened elsewhere. */
  startAgain(argv: readonly string[]): void;
  /** Nobody has touched the machine for so many seconds. */
  rest(seconds: number): void;
  /** The system's own session is locked, or opened again. */
  lockScreen(locked: boolean): void;
  /** Resolves with the exit code. */
  readonly ended: Promise<number>;
}

const CHANNELS = ['renfort:connect', 'renfort:violation'];

export function createElectronDouble(settings: ElectronDoubleSettings): ElectronDouble {
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  const world: DoubleWorld = {
    userData: settings.userData,
    executablePath: settings.executablePath,
    ready: false,
    browser: null,
    appEvents: strictEvents('app', APP_EVENTS),
    ipcEvents: strictEvents('ipcMain', CHANNELS),
    schemes: [],
    protocols: new Map(),
    beforeRequest: null,
    windows: new Set(),
    seen: { openedExternally: [], notifications: [], leaks: [], calls: [] },
  };
  class BrowserWindow {
    constructor(options: DoubleWindowOptions) {
      // biome-ignore lint/correctness/noConstructorReturn: what `new` gives is the strict window itself
      return createDoubleWindow(world, options).browserWindow as BrowserWindow;
    }
  }
  class Notification {
    static isSupported() {
      return true;
    }
    readonly #told: { readonly title: string; readonly body: string };
    constructor(told: { readonly title: string; readonly body: string }) {
      this.#told = told;
    }
    show() {
      world.seen.notifications.push(this.#told);
    }
  }
  const power = createDoublePowerMonitor(world);
  const electron = strict('electron', {
    app: createDoubleApp(world, {
      hasLock: settings.hasLock ?? true,
      appPath: settings.appPath ?? process.cwd(),
      ended: end,
    }),
    BrowserWindow,
    Notification,
    protocol: createDoubleProtocol(world),
    session: createDoubleSession(world, settings.proxyAnswer ?? 'DIRECT'),
    ipcMain: strict('ipcMain', { on: world.ipcEvents.on }),
    safeStorage: createDoubleSafeStorage(
      world,
      settings.backend ?? 'gnome_libsecret',
      settings.vaultKey ?? randomBytes(32),
    ),
    dialog: createDoubleDialog(world, settings.chosenPath ?? (() => null)),
    Menu: createDoubleMenu(world),
    screen: createDoubleScreen(world),
    powerMonitor: power.module,
    shell: createDoubleShell(world),
    utilityProcess: createDoubleUtilityProcess(world),
  });
  return {
    electron: electron as unknown as ElectronModule,
    seen: world.seen,
    windows: () => [...world.windows],
    pages: () => [...world.windows].map((window) => window.page()),
    startAgain: (argv) => world.appEvents.emit('second-instance', {}, argv, process.cwd()),
    rest: power.rest,
    lockScreen: power.lockScreen,
    ended,
  };
}
