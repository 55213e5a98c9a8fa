import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleScript } from '../../../scripts/bundle/bundle-script.ts';
import { chooseDemoPerson } from '../../../src-main/host/chromium-host/choose-demo-person.ts';
import { createChromiumHost } from '../../../src-main/host/chromium-host.ts';
import { createMemorySecrets } from '../../../src-main/host/secrets/memory-secrets.ts';
import { browserForTests } from './browser-for-tests.ts';
import type { HostKind } from './running-host.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The Chromium host on the suite's own page. */
export const chromiumKind: HostKind = {
  name: 'chromium',
  async start(parts = {}) {
    const dataFolder = await mkdtemp(join(tmpdir(), 'host-suite-'));
    const exportFolder = join(dataFolder, 'exports');
    const logged: string[] = [];
    const notices: string[] = [];
    const entry = join(ROOT, 'src-preload', 'chromium-preload.ts');
    const preload = await bundleScript({ entry, format: 'iife', given: [] });
    const host = await createChromiumHost({
      executablePath: browserForTests(),
      headless: true,
      dataFolder,
      exportFolder,
      pages: parts.pages ?? join(ROOT, 'tests', 'host', 'page'),
      preload,
      engineScript: parts.engineScript ?? join(import.meta.dirname, 'echo-engine.ts'),
      secrets: createMemorySecrets(),
      reachable: parts.reachable ?? [],
      environment: {},
      tell: (sentence) => void notices.push(sentence),
      log: (event, details) => logged.push(`${event} ${JSON.stringify(details ?? {})}`),
    });
    const pages = new Map<string, Awaited<ReturnType<typeof host.openWindow>>['page']>();
    const openWindow: typeof host.openWindow = async (options) => {
      const window = await host.openWindow(options);
      pages.set(window.id, window.page);
      return window;
    };
    const pageOf = (id: string) => {
      const page = pages.get(id);
      if (page === undefined) throw new Error(`No page for window ${id}`);
      return page;
    };
    return {
      host: { ...host, openWindow },
      logged,
      pageOf: (window) => pageOf(window.id),
      async crash(window) {
        const page = pageOf(window.id);
        const session = await page.context().newCDPSession(page);
        session.send('Page.crash').catch(() => undefined);
      },
      async resize(window, { x, y, ...size }) {
        const page = pageOf(window.id);
        const session = await page.context().newCDPSession(page);
        const { windowId } = await session.send('Browser.getWindowForTarget');
        await session.send('Browser.setWindowBounds', { windowId, bounds: { left: x, top: y, ...size } });
      },
      async choosePerson(name) {
        await host.signIn.shown();
        await chooseDemoPerson(host.signIn, name);
      },
      notices: () => notices,
      savedPath() {
        const [name = ''] = readdirSync(exportFolder);
        return join(exportFolder, name);
      },
      async dispose() {
        await host.quit();
        await rm(dataFolder, { recursive: true, force: true });
      },
    };
  },
};
