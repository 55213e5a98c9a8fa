/** One window: a browser context of its own, whose only page is answered from the built files or refused. */
import type { Browser, BrowserContext, CDPSession, Page, Request } from 'playwright-core';
import type { Connection } from '../../../contract/app/connection.ts';
import type { Log } from '../../diagnostics/log.ts';
import type { Bounds, Display, HostWindow, WindowOptions } from '../host.ts';
import type { PageFiles } from '../page-files.ts';
import { bridgePage } from './bridge-page.ts';
import { watchPage } from './watch-page.ts';

export const PAGE_ORIGIN = 'https://poste.invalid';
const DEFAULT_SIZE = { width: 1440, height: 900 };

/** What every window of a host shares. */
export interface WindowGround {
  readonly browser: Browser;
  readonly files: PageFiles;
  /** The script that gives a page its connection. */
  readonly preload: string;
  readonly log: Log;
  onConnection(window: HostWindow, connection: Connection): void;
  onDisplay(display: Display): void;
  /** A person touched a window. */
  onTouch(): void;
}

/** A window that also shows its page, to tests and pictures. */
export interface ChromiumWindow extends HostWindow {
  readonly page: Page;
}

export async function openChromiumWindow(ground: WindowGround, options: WindowOptions): Promise<ChromiumWindow> {
  const context = await ground.browser.newContext({
    viewport: null,
    locale: 'fr-FR',
    serviceWorkers: 'block',
    acceptDownloads: false,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
  });
  await serveOnlyOurFiles(context, ground, options.id);
  const page = await context.newPage();
  context.on('page', (popup) => {
    ground.log('host.popup-refused', { window: options.id });
    void popup.close();
  });
  const session = await context.newCDPSession(page);
  const frame = await placeWindow(session, options.bounds);
  const watch = watchPage(page);
  const closed: (() => void)[] = [];
  const crashed: (() => void)[] = [];
  const moved: ((bounds: Bounds) => void)[] = [];
  const window: ChromiumWindow = {
    page,
    id: options.id,
    window: options.window,
    bounds: () => readBounds(session, frame),
    place: ({ x, y, width, height }) => {
      const bounds = { left: x, top: y, width, height };
      session.send('Browser.setWindowBounds', { windowId: frame, bounds }).catch(noPage);
    },
    setTitle: (title) => void page.evaluate(writeTitle, title).catch(noPage),
    focus: () => void page.bringToFront().catch(noPage),
    close: () => void page.close().catch(noPage),
    onClosed: (listener) => void closed.push(listener),
    onCrashed: (listener) => void crashed.push(listener),
    onMoved: (listener) => void moved.push(listener),
    capture: () => page.screenshot({ type: 'png', animations: 'disabled' }),
    facts: () => watch.facts(),
  };
  const place = { last: await window.bounds() };
  const disconnect = await bridgePage(session, PAGE_ORIGIN, ground.preload, {
    onConnection: (connection) => ground.onConnection(window, connection),
    onPlace: () => void tellMove().catch(noPage),
    onTouch: () => ground.onTouch(),
    onViolation: watch.violation,
    onCrashed: () => {
      for (const listener of crashed) listener();
    },
    onRefused: (reason) => ground.log('host.sender-refused', { window: options.id, reason }),
  });
  const tellMove = async () => {
    const bounds = await window.bounds();
    const { last } = place;
    place.last = bounds;
    if (JSON.stringify(last) !== JSON.stringify(bounds)) for (const listener of moved) listener(bounds);
  };
  page.once('close', () => {
    disconnect();
    for (const listener of closed.splice(0)) listener();
    void context.close().catch(noPage);
  });
  await page.goto(`${PAGE_ORIGIN}/`);
  window.setTitle(options.title);
  ground.onDisplay(await page.evaluate(readDisplay));
  return window;
}

async function serveOnlyOurFiles(context: BrowserContext, ground: WindowGround, window: string): Promise<void> {
  await context.route('**/*', async (route) => {
    const request = route.request();
    const address = new URL(request.url());
    const isOurs = address.origin === PAGE_ORIGIN && request.method() === 'GET';
    const isStrayDocument = request.isNavigationRequest() && address.pathname !== '/';
    if (!isOurs || isStrayDocument) {
      ground.log('host.request-refused', { window, origin: address.origin });
      // "No content" cancels a navigation and leaves the page where it is; an abort would put an error page there.
      return leavesPage(request) ? route.fulfill({ status: 204 }) : route.abort('blockedbyclient');
    }
    const { status, headers, body } = await ground.files.answer(address.pathname);
    return route.fulfill({ status, headers, body });
  });
}

/** The first page itself wants to go elsewhere; a window that it opens has no frame to name yet. */
function leavesPage(request: Request): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    const page = request.frame().page();
    return page === page.context().pages()[0];
  } catch {
    return false;
  }
}

async function placeWindow(session: CDPSession, bounds: Bounds | null): Promise<number> {
  const { windowId } = await session.send('Browser.getWindowForTarget');
  const { x, y, ...size } = bounds ?? { x: undefined, y: undefined, ...DEFAULT_SIZE };
  const place = x === undefined || y === undefined ? {} : { left: x, top: y };
  await session.send('Browser.setWindowBounds', { windowId, bounds: { ...place, ...size } });
  return windowId;
}

async function readBounds(session: CDPSession, windowId: number): Promise<Bounds> {
  const { bounds } = await session.send('Browser.getWindowBounds', { windowId });
  return { x: bounds.left ?? 0, y: bounds.top ?? 0, width: bounds.width ?? 0, height: bounds.height ?? 0 };
}

/** Runs in the page, where no type of ours exists. */
function readDisplay(): Display {
  const { screen, devicePixelRatio } = globalThis as unknown as {
    screen: { width: number; height: number };
    devicePixelRatio: number;
  };
  return {
    id: 'screen',
    bounds: { x: 0, y: 0, width: screen.width, height: screen.height },
    scale: devicePixelRatio,
  };
}

/** What is asked of a page that has just gone has nobody left to answer to. */
function noPage(): void {}

/** Runs in the page too. */
function writeTitle(title: string): void {
  const { document } = globalThis as unknown as { document: { title: string } };
  document.title = title;
}
