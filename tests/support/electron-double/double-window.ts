/** BrowserWindow and its webContents, over a page of the browser. */
import { readFileSync } from 'node:fs';
import type { Page, Request as PageRequest } from 'playwright-core';
import { attachPreload } from './double-page.ts';
import type { DoubleWindow, DoubleWindowOptions, DoubleWorld, Rectangle } from './double-world.ts';
import { mustBeReady } from './double-world.ts';
import { originOf, toApplication, toBrowser } from './scheme-address.ts';
import { knownOptions, strict } from './strict.ts';
import type { StrictEvents } from './strict-events.ts';
import { preventable, strictEvents } from './strict-events.ts';

const WINDOW_OPTIONS = ['width', 'height', 'x', 'y', 'show', 'title', 'autoHideMenuBar', 'webPreferences'];
const WEB_PREFERENCES = [
  'preload',
  'sandbox',
  'contextIsolation',
  'webSecurity',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'webviewTag',
  'navigateOnDragDrop',
  'devTools',
  'spellcheck',
];
const WINDOW_EVENTS = ['move', 'resize', 'closed'];
const CONTENTS_EVENTS = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'render-process-gone',
  'console-message',
];

type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' };

export function createDoubleWindow(world: DoubleWorld, options: DoubleWindowOptions): DoubleWindow {
  mustBeReady(world, 'BrowserWindow');
  const preferences = options.webPreferences ?? {};
  knownOptions('BrowserWindow', options, WINDOW_OPTIONS);
  knownOptions('webPreferences', preferences, WEB_PREFERENCES);
  if (preferences['sandbox'] !== true || preferences['contextIsolation'] !== true)
    throw new Error('The double runs sandboxed, isolated pages only.');
  const preload = typeof preferences['preload'] === 'string' ? readFileSync(preferences['preload'], 'utf8') : '';

  const events = strictEvents('BrowserWindow', WINDOW_EVENTS);
  const contentsEvents = strictEvents('webContents', CONTENTS_EVENTS);
  const state = {
    bounds: { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 },
    title: options.title ?? '',
    url: '',
    destroyed: false,
    page: null as Page | null,
    openHandler: null as OpenHandler | null,
  };
  const page = (): Page => {
    if (state.page === null) throw new Error('The window has not loaded anything yet.');
    return state.page;
  };
  const frame = strict('WebFrameMain', {
    parent: null,
    detached: false,
    isDestroyed: () => state.destroyed,
    get url() {
      return state.url;
    },
    get origin() {
      return originOf(state.url);
    },
  });
  const contents = strict('webContents', {
    on: contentsEvents.on,
    once: contentsEvents.once,
    mainFrame: frame,
    setWindowOpenHandler(handler: OpenHandler) {
      state.openHandler = handler;
    },
    async capturePage() {
      const png = await page().screenshot({ type: 'png' });
      return strict('NativeImage', { toPNG: () => png });
    },
    /** Only what can be counted without a world of its own. */
    async executeJavaScriptInIsolatedWorld(worldId: number, scripts: readonly { readonly code: string }[]) {
      if (worldId === 0) throw new Error('World 0 is the page itself.');
      const session = await page().context().newCDPSession(page());
      const [script] = scripts;
      const { frameTree } = await session.send('Page.getFrameTree');
      const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
      const { result } = await session.send('Runtime.evaluate', {
        expression: script?.code ?? '',
        contextId: executionContextId,
        returnByValue: true,
      });
      await session.detach();
      return result.value as unknown;
    },
  });
  const closed = () => {
    if (state.destroyed) return;
    state.destroyed = true;
    world.windows.delete(self);
    events.emit('closed');
    if (world.windows.size === 0) world.appEvents.emit('window-all-closed');
  };
  const alive = (name: string) => {
    if (state.destroyed) throw new Error(`Object has been destroyed (${name}).`);
  };
  const browserWindow = strict('BrowserWindow', {
    webContents: contents,
    on: events.on,
    once: events.once,
    isDestroyed: () => state.destroyed,
    isMinimized: () => false,
    restore: () => alive('restore'),
    show: () => alive('show'),
    focus: () => alive('focus'),
    setContentProtection(isProtected: boolean) {
      world.seen.calls.push(`setContentProtection ${isProtected}`);
    },
    getBounds() {
      alive('getBounds');
      return { ...state.bounds };
    },
    setBounds(bounds: Rectangle) {
      alive('setBounds');
      self.moveTo(bounds);
    },
    isFocused: () => false,
    getTitle() {
      alive('getTitle');
      return state.title;
    },
    setTitle(title: string) {
      alive('setTitle');
      state.title = title;
    },
    close() {
      alive('close');
      void self.destroy();
    },
    async loadURL(address: string) {
      alive('loadURL');
      state.url = address;
      const opened = await openPage(world, state, contentsEvents, preload, frame, contents);
      state.page = opened;
      opened.once('close', closed);
      await opened.goto(toBrowser(world, address));
      state.title = await opened.title();
    },
  });
  const self: DoubleWindow = {
    browserWindow,
    contents,
    options,
    page,
    moveTo(bounds) {
      const isResized = bounds.width !== state.bounds.width || bounds.height !== state.bounds.height;
      state.bounds = { ...bounds };
      events.emit(isResized ? 'resize' : 'move');
    },
    async destroy() {
      await state.page?.context().close();
      closed();
    },
  };
  world.windows.add(self);
  world.appEvents.emit('web-contents-created', {}, contents);
  return self;
}

interface OpeningState {
  readonly url: string;
  readonly bounds: Rectangle;
  readonly openHandler: OpenHandler | null;
}

async function openPage(
  world: DoubleWorld,
  state: OpeningState,
  events: StrictEvents,
  preload: string,
  frame: object,
  contents: object,
): Promise<Page> {
  if (world.browser === null) throw new Error('The browser of the double is not started.');
  const { width, height } = state.bounds;
  const context = await world.browser.newContext({ viewport: { width, height }, serviceWorkers: 'block' });
  const page = await context.newPage();
  context.on('page', (popup) => {
    const answer = state.openHandler?.({ url: popup.url() });
    if (answer?.action !== 'deny') world.seen.leaks.push('window.open');
    void popup.close();
  });
  page.on('console', (message) => {
    const level = message.type() === 'warning' ? 'warning' : message.type() === 'error' ? 'error' : 'info';
    events.emit('console-message', { level, message: message.text() });
  });
  await context.route('**/*', async (route) => {
    const request = route.request();
    const url = toApplication(request.url());
    if (leaves(request, page) && url !== state.url) {
      const event = preventable({ url });
      events.emit('will-frame-navigate', event);
      events.emit('will-navigate', event);
      if (!event.prevented()) world.seen.leaks.push(`navigation to ${url}`);
      return route.fulfill({ status: 204 });
    }
    const isCancelled = await new Promise<boolean>((resolve) => {
      if (world.beforeRequest === null) resolve(false);
      else world.beforeRequest({ url }, ({ cancel }) => resolve(cancel));
    });
    const handler = world.protocols.get(url.slice(0, url.indexOf(':')));
    if (isCancelled) return route.abort('blockedbyclient');
    if (handler === undefined) {
      world.seen.leaks.push(`request to ${url}`);
      return route.abort('addressunreachable');
    }
    const response = await handler(new Request(url, { method: request.method() }));
    const headers = Object.fromEntries(response.headers);
    return route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) });
  });
  await attachPreload(page, preload, {
    onCrashed: () => events.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }),
    onIpc(channel, values, ports) {
      const event = { sender: contents, senderFrame: frame, ports };
      if (!world.ipcEvents.count(channel)) throw new Error(`Nobody in the main process listens to ${channel}.`);
      world.ipcEvents.emit(channel, event, ...values);
    },
  });
  return page;
}

function leaves(request: PageRequest, page: Page): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame() === page.mainFrame();
  } catch {
    return false;
  }
}
