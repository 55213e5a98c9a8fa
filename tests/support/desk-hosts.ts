/** The hosts that a workstation of the journeys may run on: the same application, the same windows, the same service. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import { chooseDemoPerson } from '../../src-main/host/chromium-host/choose-demo-person.ts';
import { createChromiumHost } from '../../src-main/host/chromium-host.ts';
import { createElectronHost } from '../../src-main/host/electron-host.ts';
import type { Host, HostWindow, SecretStore } from '../../src-main/host/host.ts';
import { createElectronDouble } from './electron-double/create-electron-double.ts';
import { browserForTests } from './hosts/browser-for-tests.ts';
import { chooseInSystemBrowser } from './hosts/choose-in-system-browser.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ENGINE = join(ROOT, 'src-main', 'engine', 'main.ts');
const PATIENCE_MS = 40_000;

/** What stays of a workstation between two starts. */
export interface DeskPlace {
  readonly dataFolder: string;
  readonly secrets: SecretStore;
  /** The system's own key, of the Electron double's safeStorage. */
  readonly vaultKey: Buffer;
}

export interface HostGround {
  readonly place: DeskPlace;
  /** Folder with `renderer` and `preload`. */
  readonly built: string;
  readonly server: string;
  readonly log: (event: string, details?: object) => void;
}

export interface DeskHost {
  readonly host: Host;
  pageOf(window: HostWindow): Page;
  /**
   * A person in front of the sign-in that the host opened.
   * @param name as the sign-in page shows it
   * @param by keys: Tab and Enter, where the host draws the page itself
   */
  choosePerson(name: string, by?: 'keys'): Promise<void>;
  /** Nobody has touched the machine for so many seconds. */
  rest(seconds: number): void;
  /** After the host was left. */
  ended(): Promise<void>;
}

async function startChromium({ place, built, server, log }: HostGround): Promise<DeskHost> {
  const host = await createChromiumHost({
    executablePath: browserForTests(),
    headless: true,
    dataFolder: place.dataFolder,
    exportFolder: join(place.dataFolder, 'exports'),
    pages: join(built, 'renderer'),
    preload: readFileSync(join(built, 'preload', 'chromium-preload.js'), 'utf8'),
    engineScript: ENGINE,
    secrets: place.secrets,
    reachable: [server],
    environment: {},
    tell: (sentence) => log(sentence),
    log,
  });
  const pages = new Map<string, Page>();
  const idle = { seconds: 0 };
  return {
    rest(seconds) {
      idle.seconds = seconds;
    },
    host: {
      ...host,
      idleSeconds: () => idle.seconds,
      async openWindow(options) {
        const window = await host.openWindow(options);
        pages.set(window.id, window.page);
        return window;
      },
    },
    pageOf: ({ id }) => required(pages.get(id), `No page of window ${id}`),
    async choosePerson(name, by) {
      await host.signIn.shown();
      if (by === 'keys') await chooseByKeys(required(host.signIn.page(), 'No sign-in page'), name);
      else await chooseDemoPerson(host.signIn, name);
    },
    ended: async () => undefined,
  };
}

const MOST_PEOPLE = 80;

/** The sign-in page without a mouse. */
async function chooseByKeys(page: Page, name: string): Promise<void> {
  const wanted = page.locator('button[name="person"]').filter({ hasText: name }).first();
  await wanted.waitFor({ timeout: PATIENCE_MS });
  for (let count = 0; count < MOST_PEOPLE; count += 1) {
    await page.keyboard.press('Tab');
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return page.keyboard.press('Enter');
  }
  throw new Error(`No key leads to ${name} on the sign-in page.`);
}

async function startElectronDouble({ place, built, server, log }: HostGround): Promise<DeskHost> {
  // Where the other host saves by itself, so that a journey finds a file in one place.
  const exports = join(place.dataFolder, 'exports');
  mkdirSync(exports, { recursive: true });
  const double = createElectronDouble({
    executablePath: browserForTests(),
    userData: place.dataFolder,
    vaultKey: place.vaultKey,
    chosenPath: (suggested) => join(exports, suggested),
  });
  const host = await createElectronHost(double.electron, {
    pages: join(built, 'renderer'),
    preload: join(built, 'preload', 'electron-preload.cjs'),
    engineScript: ENGINE,
    platform: 'linux',
    environment: {},
    argv: [],
    log,
  });
  const running = required(host, 'The double refused the single instance lock.');
  const pages = new Map<string, () => Page>();
  return {
    rest: double.rest,
    host: {
      ...running,
      async openWindow(options) {
        const known = new Set(double.windows());
        const window = await running.openWindow(options);
        const opened = double.windows().find((one) => !known.has(one));
        if (opened) pages.set(options.id, () => opened.page());
        return window;
      },
    },
    pageOf: ({ id }) => required(pages.get(id), `No page of window ${id}`)(),
    async choosePerson(name) {
      const address = await vi.waitUntil(() => double.seen.openedExternally.splice(0)[0], { timeout: PATIENCE_MS });
      await chooseInSystemBrowser(address, server, name);
    },
    async ended() {
      await double.ended;
      if (double.seen.leaks.length > 0) throw new Error(`The pages got through: ${double.seen.leaks.join(', ')}`);
    },
  };
}

function required<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(what);
  return value;
}

const STARTS = { chromium: startChromium, 'electron-double': startElectronDouble } as const;
export type DeskHostName = keyof typeof STARTS;
const NAMES = Object.keys(STARTS) as readonly DeskHostName[];

export const startDeskHost = (name: DeskHostName, ground: HostGround): Promise<DeskHost> => STARTS[name](ground);

/** The host of a run: JOURNEY_HOST chooses one for every journey; by default the one of this machine's installed browser. */
export function journeyHost(environment: Readonly<Record<string, string | undefined>> = process.env): DeskHostName {
  const wanted = environment['JOURNEY_HOST'] ?? 'chromium';
  const name = NAMES.find((one) => one === wanted);
  if (name === undefined) throw new Error(`JOURNEY_HOST is one of ${NAMES.join(', ')}, not ${wanted}`);
  return name;
}

/** Every host that can run here, for the journeys that always run on each. */
export const everyDeskHost = (): readonly DeskHostName[] => NAMES;
