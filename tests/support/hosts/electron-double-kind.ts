import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { bundleScript } from '../../../scripts/bundle/bundle-script.ts';
import { createElectronHost } from '../../../src-main/host/electron-host.ts';
import type { HostWindow } from '../../../src-main/host/host.ts';
import { createElectronDouble } from '../electron-double/create-electron-double.ts';
import { browserForTests } from './browser-for-tests.ts';
import { chooseInSystemBrowser } from './choose-in-system-browser.ts';
import type { HostKind } from './running-host.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The Electron host, over the double of Electron. */
export const electronDoubleKind: HostKind = {
  name: 'electron (double)',
  async start(parts = {}) {
    const userData = await mkdtemp(join(tmpdir(), 'host-suite-'));
    const logged: string[] = [];
    const entry = join(ROOT, 'src-preload', 'electron-preload.ts');
    const preload = join(userData, 'electron-preload.cjs');
    await writeFile(preload, await bundleScript({ entry, format: 'cjs', given: ['electron'] }));
    const savedPath = join(userData, 'exports', 'saved');
    await mkdir(join(userData, 'exports'));
    const double = createElectronDouble({ executablePath: browserForTests(), userData, chosenPath: () => savedPath });
    const host = await createElectronHost(double.electron, {
      pages: parts.pages ?? join(ROOT, 'tests', 'host', 'page'),
      preload,
      engineScript: parts.engineScript ?? join(import.meta.dirname, 'echo-engine.ts'),
      platform: 'linux',
      environment: {},
      argv: [],
      log: (event, details) => logged.push(`${event} ${JSON.stringify(details ?? {})}`),
    });
    if (host === null) throw new Error('The double refused the single instance lock.');
    const opened = new Map<string, ReturnType<typeof double.windows>[number]>();
    const doubleOf = ({ id }: HostWindow) => {
      const window = opened.get(id);
      if (window === undefined) throw new Error(`No window ${id}`);
      return window;
    };
    return {
      host: {
        ...host,
        async openWindow(options) {
          const window = await host.openWindow(options);
          const newest = double.windows().at(-1);
          if (newest) opened.set(options.id, newest);
          return window;
        },
      },
      logged,
      pageOf: (window) => doubleOf(window).page(),
      async crash(window) {
        const page = doubleOf(window).page();
        const session = await page.context().newCDPSession(page);
        session.send('Page.crash').catch(() => undefined);
      },
      async resize(window, bounds) {
        doubleOf(window).moveTo(bounds);
      },
      async choosePerson(name) {
        const [service = ''] = parts.reachable ?? [];
        await expect.poll(() => double.seen.openedExternally.length, { timeout: 20_000 }).toBeGreaterThan(0);
        await chooseInSystemBrowser(double.seen.openedExternally.splice(0)[0] ?? '', service, name);
      },
      notices: () => double.seen.notifications.map(({ title, body }) => `${title} — ${body}`),
      savedPath: () => savedPath,
      async dispose() {
        await host.quit();
        await double.ended;
        if (double.seen.leaks.length > 0) throw new Error(`The pages got through: ${double.seen.leaks.join(', ')}`);
        await rm(userData, { recursive: true, force: true });
      },
    };
  },
};
