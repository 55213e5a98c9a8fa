/** The desk as it ships, on a demonstration service of its own and without a display: what the guide's pictures show. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { DemoService } from '../../scripts/start/demo-service.ts';
import type { App } from '../../src-main/app.ts';
import { startApp } from '../../src-main/app.ts';
import { chooseDemoPerson } from '../../src-main/host/chromium-host/choose-demo-person.ts';
import { createChromiumHost } from '../../src-main/host/chromium-host.ts';
import { createMemorySecrets } from '../../src-main/host/secrets/memory-secrets.ts';
import type { WindowKind } from '../../src-main/windows/window-kinds.ts';
import { processorMs } from './processor-time.ts';

const TURN_MS = 250;
const MOST_TURNS = 1_200;
/** A hundred pictures of two sizes take a while to be read. */
const DRAW_MS = 180_000;

export interface RunningDesk {
  /** Opens that window when it is not open yet. */
  page(window: WindowKind): Promise<Page>;
  /** Opens one more window of that kind, whose filters nobody set before. */
  open(window: WindowKind): Promise<Page>;
  /** Prints a page of the disk, for sheets made of pictures. */
  draw(path: string, width: number): Promise<Uint8Array>;
  /** Milliseconds of processor that the application and its browser took so far, all their processes together. */
  processorMs(): Promise<number>;
  /** Everything that went wrong in its windows. */
  errors(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** @param built pages and preloads @param person a name that the demonstration's sign-in page shows */
export async function startRunningDesk(
  root: string,
  built: string,
  browser: string,
  service: DemoService,
  person: string,
): Promise<RunningDesk> {
  const server = new URL(service.ready.url).origin;
  const dataFolder = mkdtempSync(join(tmpdir(), 'renfort-guide-'));
  const host = await createChromiumHost({
    executablePath: browser,
    headless: true,
    dataFolder,
    exportFolder: join(dataFolder, 'exports'),
    pages: join(built, 'renderer'),
    preload: readFileSync(join(built, 'preload', 'chromium-preload.js'), 'utf8'),
    engineScript: join(root, 'src-main', 'engine', 'main.ts'),
    secrets: createMemorySecrets(),
    reachable: [server],
    environment: {},
    tell: () => undefined,
    log: () => undefined,
  });
  const pages = new Map<string, Page>();
  const openWindow: typeof host.openWindow = async (options) => {
    const window = await host.openWindow(options);
    pages.set(window.id, window.page);
    return window;
  };
  const app = await startApp(
    { ...host, openWindow },
    {
      configuration: { server, signInOrigins: [] },
      version: 'guide',
      attributions: '',
      firstWindows: ['missions'],
      clock: Date.now,
      newId: randomUUID,
      log: () => undefined,
    },
  );
  const pageOf = (window: WindowKind): Page => {
    const last = app.windows.all().findLast((one) => one.window === window);
    const found = last === undefined ? undefined : pages.get(last.id);
    if (found === undefined) throw new Error(`La fenêtre « ${window} » ne s’est pas ouverte.`);
    return found;
  };
  const open = async (window: WindowKind): Promise<Page> => {
    await app.windows.open(window, null, '{}');
    return pageOf(window);
  };
  const page = async (window: WindowKind): Promise<Page> => {
    if (!app.windows.all().some((one) => one.window === window)) await app.windows.open(window, null);
    return pageOf(window);
  };

  await (await page('missions')).getByRole('button', { name: 'Se connecter' }).click();
  await host.signIn.shown();
  await chooseDemoPerson(host.signIn, person);
  await waitUntilUpToDate(app);

  return {
    page,
    open,
    async draw(path, width) {
      const sheet = await host.browser.newPage({ viewport: { width, height: 800 } });
      await sheet.goto(pathToFileURL(path).href, { waitUntil: 'load', timeout: DRAW_MS });
      const picture = await sheet.screenshot({ fullPage: true, timeout: DRAW_MS });
      await sheet.close();
      return picture;
    },
    processorMs: () => processorMs(host.browser),
    async errors() {
      const facts = await Promise.all(app.windows.all().map((window) => window.facts()));
      return facts.flatMap(({ consoleErrors, cspViolations }) => [...consoleErrors, ...cspViolations]);
    },
    async close() {
      await host.quit();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function waitUntilUpToDate(app: App): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    if ((await app.room.client.sync.state()).connection === 'up-to-date') return;
    await new Promise((resolve) => setTimeout(resolve, TURN_MS));
  }
  throw new Error('Les données n’ont pas été à jour en cinq minutes.');
}
