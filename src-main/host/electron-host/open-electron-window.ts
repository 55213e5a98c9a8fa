import type { BrowserWindow } from 'electron';
import type { Connection } from '../../../contract/app/connection.ts';
import type { Bounds, HostWindow, WindowOptions } from '../host.ts';
import type { AcceptingWindow } from './accept-connections.ts';
import { PAGE_ADDRESS } from './app-scheme.ts';
import type { ElectronModule } from './electron-module.ts';
import { WEB_PREFERENCES } from './web-preferences.ts';

const DEFAULT_SIZE = { width: 1440, height: 900 };
const MOST = 200;
/** A world of its own, where the count of rows is read without meeting the page's scripts. */
const FACTS_WORLD = 1_001;
const COUNT_ROWS = "document.querySelectorAll('tbody tr, [data-card]').length";

export interface ElectronWindow {
  readonly port: HostWindow;
  readonly accepting: AcceptingWindow;
  readonly browserWindow: BrowserWindow;
  /** Loads the page and shows the window. */
  load(): Promise<void>;
}

export function createElectronWindow(
  electron: ElectronModule,
  preload: string,
  options: WindowOptions,
  onConnection: (window: HostWindow, connection: Connection) => void,
): ElectronWindow {
  const { x, y, ...size } = options.bounds ?? { x: undefined, y: undefined, ...DEFAULT_SIZE };
  const place = x === undefined || y === undefined ? {} : { x, y };
  const browserWindow = new electron.BrowserWindow({
    ...size,
    ...place,
    show: false,
    title: options.title,
    autoHideMenuBar: true,
    webPreferences: { ...WEB_PREFERENCES, preload },
  });
  // Names and contact details are not for screen recorders; what shares screens shows an empty window (TRUST S58).
  browserWindow.setContentProtection(true);
  const contents = browserWindow.webContents;
  const closed: (() => void)[] = [];
  const crashed: (() => void)[] = [];
  const moved: ((bounds: Bounds) => void)[] = [];
  const consoleErrors: string[] = [];
  const cspViolations: string[] = [];
  const keep = (list: string[], text: string) => list.length < MOST && list.push(text.slice(0, 500));
  const state: { disconnect: (() => void) | null } = { disconnect: null };
  const disconnect = () => {
    state.disconnect?.();
    state.disconnect = null;
  };
  const port: HostWindow = {
    id: options.id,
    window: options.window,
    bounds: async () => browserWindow.getBounds(),
    place: (bounds) => browserWindow.setBounds(bounds),
    setTitle: (title) => browserWindow.setTitle(title),
    focus() {
      if (browserWindow.isMinimized()) browserWindow.restore();
      browserWindow.show();
      browserWindow.focus();
    },
    close: () => browserWindow.isDestroyed() || browserWindow.close(),
    onClosed: (listener) => void closed.push(listener),
    onCrashed: (listener) => void crashed.push(listener),
    onMoved: (listener) => void moved.push(listener),
    capture: async () => (await contents.capturePage()).toPNG(),
    facts: async () => ({
      title: browserWindow.getTitle(),
      rows: Number(await contents.executeJavaScriptInIsolatedWorld(FACTS_WORLD, [{ code: COUNT_ROWS }])),
      consoleErrors: [...consoleErrors],
      cspViolations: [...cspViolations],
    }),
  };
  const tellMove = () => {
    for (const listener of moved) listener(browserWindow.getBounds());
  };
  browserWindow.on('move', tellMove);
  browserWindow.on('resize', tellMove);
  browserWindow.on('closed', () => {
    disconnect();
    for (const listener of closed.splice(0)) listener();
  });
  contents.on('render-process-gone', () => {
    disconnect();
    for (const listener of crashed) listener();
  });
  contents.on('console-message', ({ level, message }) => {
    if (level === 'error') keep(consoleErrors, message);
  });
  return {
    port,
    browserWindow,
    accepting: {
      contents,
      connected(connection, end) {
        disconnect();
        state.disconnect = end;
        onConnection(port, connection);
      },
      violation: (text) => keep(cspViolations, text),
    },
    async load() {
      await browserWindow.loadURL(PAGE_ADDRESS);
      browserWindow.setTitle(options.title);
      browserWindow.show();
    },
  };
}
