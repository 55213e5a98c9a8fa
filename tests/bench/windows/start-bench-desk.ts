/** The whole application on the Chromium host against the bench's service: its windows are really drawn. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { buildPages, buildPreloads } from '../../../scripts/bundle/build-desk.ts';
import type { App } from '../../../src-main/app.ts';
import { startApp } from '../../../src-main/app.ts';
import { createChromiumHost } from '../../../src-main/host/chromium-host.ts';
import { createMemorySecrets } from '../../../src-main/host/secrets/memory-secrets.ts';
import type { WindowKind } from '../../../src-main/windows/window-kinds.ts';
import { browserForTests } from '../../support/hosts/browser-for-tests.ts';
import { DESK } from '../desk.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const PATIENCE_MS = 300_000;

export interface BenchDesk {
  readonly app: App;
  /** The pages of its windows, in the order in which they were opened. */
  readonly pages: readonly Page[];
  /** Opens the base and the session, as sign-in would. */
  signIn(): Promise<void>;
  upToDate(): Promise<void>;
  leave(): Promise<void>;
}

/** Builds the windows once for all starts of a case. */
export async function buildForBench(folder: string): Promise<string> {
  const built = join(folder, 'built');
  await buildPages(join(ROOT, 'src-renderer'), join(built, 'renderer'));
  await buildPreloads(ROOT, join(built, 'preload'));
  return built;
}

export async function startBenchDesk(
  folder: string,
  built: string,
  server: string,
  firstWindows: readonly WindowKind[],
): Promise<BenchDesk> {
  const dataFolder = join(folder, 'poste');
  mkdirSync(dataFolder, { recursive: true });
  const host = await createChromiumHost({
    executablePath: browserForTests(),
    headless: true,
    dataFolder,
    exportFolder: join(folder, 'exports'),
    pages: join(built, 'renderer'),
    preload: readFileSync(join(built, 'preload', 'chromium-preload.js'), 'utf8'),
    engineScript: join(ROOT, 'src-main', 'engine', 'main.ts'),
    secrets: createMemorySecrets(),
    reachable: [server],
    environment: {},
    tell: () => undefined,
    log: () => undefined,
  });
  const pages: Page[] = [];
  const openWindow: typeof host.openWindow = async (options) => {
    const window = await host.openWindow(options);
    pages.push(window.page);
    return window;
  };
  const app = await startApp(
    { ...host, openWindow },
    {
      configuration: { server, signInOrigins: [] },
      version: '0.0.0',
      attributions: '',
      firstWindows,
      clock: Date.now,
      newId: randomUUID,
      log: () => undefined,
    },
  );
  const { control, sync } = app.room.client;
  const { personId, displayName, role, agency, departements } = DESK;
  return {
    app,
    pages,
    async signIn() {
      const key = Buffer.alloc(32, 9).toString('base64');
      await control.open({ path: join(dataFolder, 'base.sqlite'), key, personId });
      const person = { id: personId, name: displayName, role, agency, departements };
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
      await control.session({ server, accessToken: 'bench', expiresAt, person, proxy: null });
    },
    async upToDate() {
      const end = performance.now() + PATIENCE_MS;
      while ((await sync.state()).connection !== 'up-to-date') {
        if (performance.now() > end) throw new Error('The bench’s desk is not up to date');
        await new Promise((done) => setTimeout(done, 100));
      }
    },
    leave: () => host.quit(),
  };
}

interface DrawnPage {
  readonly document: { querySelector(selector: string): { readonly textContent: string | null } | null };
  requestAnimationFrame(work: () => void): void;
}

/** Waits until what an element of a page says holds a text, looked at on each frame that is drawn. */
export async function seen(page: Page, selector: string, text: string): Promise<void> {
  // A promise of the page's own: its policy refuses what would be compiled there.
  await page.evaluate(
    ([wanted, words]) => {
      const drawn = globalThis as unknown as DrawnPage;
      return new Promise<void>((resolve) => {
        const look = () => {
          if (drawn.document.querySelector(wanted)?.textContent?.includes(words)) resolve();
          else drawn.requestAnimationFrame(look);
        };
        look();
      });
    },
    [selector, text] as const,
  );
}
