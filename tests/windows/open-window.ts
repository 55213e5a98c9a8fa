/** Opens one window of the desk in a real Chromium, under the real policy, answered by the double. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RPCHandler } from '@orpc/server/message-port';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { buildPages } from '../../scripts/bundle/build-desk.ts';
import { createConnectionEnd } from '../../src-main/host/connection-end.ts';
import type { PageFiles } from '../../src-main/host/page-files.ts';
import { listPageFiles } from '../../src-main/host/page-files.ts';
import { connectionPort } from '../../src-main/rpc/connection-port.ts';
import { createDeskDouble } from './double/desk-double.ts';
import type { DeskScenario } from './double/desk-scenario.ts';
import { HOSTILE_TEXTS, hurtAnswer } from './double/hostile-texts.ts';

const ORIGIN = 'https://poste.invalid';
const RENDERER = fileURLToPath(new URL('../../src-renderer', import.meta.url));
/** Stands for the preload: a Connection made of a binding and of a function that the harness calls. */
const BRIDGE = `(() => {
  const listeners = []; const waiting = [];
  window.renfortReceive = (message) => { if (listeners.length === 0) waiting.push(message); for (const one of listeners) one(message); };
  window.renfort = {
    postMessage: (message) => window.renfortSend(typeof message === 'string' ? message : Array.from(message)),
    onMessage: (listener) => { listeners.push(listener); for (const message of waiting.splice(0)) listener(message); },
    onClose: () => {},
  };
  const ahead = Date.parse('2021-03-15T08:00:00Z') - Date.now(); const realNow = Date.now; Date.now = () => realNow.call(Date) + ahead;
  window.renfortViolations = [];
  document.addEventListener('securitypolicyviolation', (event) => window.renfortViolations.push(event.effectiveDirective + ' ' + event.blockedURI));
})();`;

export interface OpenedWindow {
  readonly page: Page;
  readonly errors: readonly string[];
  violations(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface WindowBench {
  open(scenario: DeskScenario, size: { width: number; height: number }, dark?: boolean): Promise<OpenedWindow>;
  stop(): Promise<void>;
}

/** Builds the pages once and starts a browser. */
export async function startWindowBench(): Promise<WindowBench> {
  const folder = mkdtempSync(join(tmpdir(), 'renfort-pages-'));
  await buildPages(RENDERER, folder);
  const files = listPageFiles(folder);
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
  return {
    open: (scenario, size, dark = false) => openWindow(browser, files, scenario, size, dark),
    async stop() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openWindow(
  browser: Browser,
  files: PageFiles,
  scenario: DeskScenario,
  viewport: { width: number; height: number },
  dark: boolean,
): Promise<OpenedWindow> {
  const context = await browser.newContext({
    viewport,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  await context.route('**/*', async (route) => {
    const address = new URL(route.request().url());
    if (address.origin !== ORIGIN) return route.abort();
    const { status, headers, body } = await files.answer(address.pathname);
    return route.fulfill({ status, headers, body });
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const end = createConnectionEnd((message) => {
    const call = `window.renfortReceive(${JSON.stringify(typeof message === 'string' ? message : Array.from(message))})`;
    page.evaluate(call).catch(() => undefined);
  });
  await context.exposeFunction('renfortSend', (message: string | number[]) =>
    end.receive(typeof message === 'string' ? message : Uint8Array.from(message)),
  );
  await context.addInitScript(BRIDGE);
  if (scenario.script !== undefined) await context.addInitScript(scenario.script);
  const counter = { last: 0 };
  const nextHurt = () => {
    counter.last += 1;
    return HOSTILE_TEXTS[counter.last % HOSTILE_TEXTS.length] ?? '';
  };
  const hurt = async ({ next }: { next: () => Promise<unknown> }) => {
    const answer = await next();
    return scenario.hostile ? hurtAnswer(answer, nextHurt) : answer;
  };
  new RPCHandler(createDeskDouble(scenario), { clientInterceptors: [hurt as never] }).upgrade(
    connectionPort(end.connection),
    { context: {} },
  );
  await page.goto(`${ORIGIN}/`);
  return {
    page,
    errors,
    violations: () => page.evaluate<string[]>('window.renfortViolations'),
    async close() {
      end.end();
      await context.close();
    },
  };
}
