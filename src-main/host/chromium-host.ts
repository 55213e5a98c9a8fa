/**
 * The host for machines where Electron cannot be had: an installed Chromium, Chrome or Edge, driven by the debugging
 * pipe (ARCHITECTURE §4). A tool for development, closed networks and tests: its titles say so, and it is not packaged.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Connection } from '../../contract/app/connection.ts';
import type { Log } from '../diagnostics/log.ts';
import type { ChromiumSignIn } from './chromium-host/chromium-sign-in.ts';
import { createChromiumSignIn } from './chromium-host/chromium-sign-in.ts';
import { lacksSandbox, launchBrowser } from './chromium-host/launch-browser.ts';
import type { ChromiumWindow } from './chromium-host/open-chromium-window.ts';
import { openChromiumWindow } from './chromium-host/open-chromium-window.ts';
import type { DeskWishes } from './desk-wishes.ts';
import { freeName } from './free-name.ts';
import type { Display, Host, HostWindow, SecretStore, WindowOptions } from './host.ts';
import { listPageFiles } from './page-files.ts';
import { proxyOfEnvironment } from './proxy-of-environment.ts';
import { startWorkerEngine } from './worker-engine.ts';

export interface ChromiumHostOptions {
  readonly executablePath: string;
  readonly headless: boolean;
  readonly dataFolder: string;
  /** Where saved files go: this host has no dialog to ask with. */
  readonly exportFolder: string;
  /** Addresses and snapshots named on the command line. */
  readonly wishes?: DeskWishes;
  /** Folder of the built windows. */
  readonly pages: string;
  /** Text of the built chromium-preload script. */
  readonly preload: string;
  readonly engineScript: string;
  readonly secrets: SecretStore;
  /** Origins that sign-in may reach. */
  readonly reachable: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Tells the person in front of the terminal, in French. */
  readonly tell: (sentence: string) => void;
  readonly log: Log;
}

export interface ChromiumHost extends Host {
  readonly signIn: ChromiumSignIn;
  openWindow(options: WindowOptions): Promise<ChromiumWindow>;
  /** The process that was started, for those who look at it from outside. */
  readonly browser: Browser;
  /** Somebody started the desk again, and wants to see this: it comes forward. */
  callForward(wishes: DeskWishes): void;
}

const FIRST_DISPLAY: Display = { id: 'screen', bounds: { x: 0, y: 0, width: 1440, height: 900 }, scale: 1 };

/** Marks every title: this is not the product. */
export function chromiumTitleMark(): string {
  return lacksSandbox() ? ' — hôte Chromium, sans bac à sable' : ' — hôte Chromium';
}

export async function createChromiumHost(options: ChromiumHostOptions): Promise<ChromiumHost> {
  const { log } = options;
  const files = listPageFiles(options.pages);
  const browser = await launchBrowser(options);
  const preload = options.preload.replaceAll('__TITLE_MARK__', chromiumTitleMark());
  const connectionListeners: ((window: HostWindow, connection: Connection) => void)[] = [];
  const displayListeners: (() => void)[] = [];
  const quitListeners: (() => Promise<void>)[] = [];
  const links = listenToWishes(options.wishes?.links ?? []);
  const openedFiles = listenToWishes(options.wishes?.files ?? []);
  const opened = new Set<ChromiumWindow>();
  const state: { display: Display; quitting: Promise<void> | null; touchedAt: number } = {
    ...{ display: FIRST_DISPLAY, quitting: null, touchedAt: performance.now() },
  };

  const ground = {
    browser,
    files,
    preload,
    log,
    onConnection(window: HostWindow, connection: Connection) {
      for (const listener of connectionListeners) listener(window, connection);
    },
    onTouch() {
      state.touchedAt = performance.now();
    },
    onDisplay(display: Display) {
      const isNew = JSON.stringify(display) !== JSON.stringify(state.display);
      state.display = display;
      if (isNew) for (const listener of displayListeners) listener();
    },
  };
  const leave = async () => {
    for (const listener of quitListeners) await listener();
    await browser.close();
  };
  return {
    name: 'chromium',
    browser,
    dataFolder: options.dataFolder,
    secrets: options.secrets,
    signIn: createChromiumSignIn(async () => browser, log),
    displays: () => [state.display],
    onDisplaysChanged: (listener) => void displayListeners.push(listener),
    async openWindow(wanted) {
      const window = await openChromiumWindow(ground, wanted);
      opened.add(window);
      window.onClosed(() => opened.delete(window));
      return window;
    },
    callForward(wishes) {
      [...opened].at(-1)?.focus();
      for (const link of wishes.links) links.tell(link);
      for (const file of wishes.files) openedFiles.tell(file);
    },
    onConnection: (listener) => void connectionListeners.push(listener),
    startEngine: () => startWorkerEngine(options.engineScript),
    proxyFor: async (address) => proxyOfEnvironment(address, options.environment),
    notify: (title, body) => options.tell(`${title} — ${body}`),
    // A page in a browser has no menu of its own: the status bar of each window offers the same.
    setMenu: () => undefined,
    idleSeconds: () => (performance.now() - state.touchedAt) / 1000,
    // A browser is not told of the system's screen.
    onScreenLock: () => undefined,
    onDeepLink: links.listen,
    onOpenFile: openedFiles.listen,
    async saveFile(suggestedName, content) {
      await mkdir(options.exportFolder, { recursive: true });
      const path = join(options.exportFolder, await freeName(options.exportFolder, suggestedName));
      await writeFile(path, content, { flag: 'wx' });
      options.tell(`Fichier enregistré : ${path}`);
      return true;
    },
    onQuit: (listener) => void quitListeners.push(listener),
    quit() {
      state.quitting ??= leave();
      return state.quitting;
    },
  };
}

/** What was asked for before anybody listened waits for the first who does. */
function listenToWishes(early: readonly string[]) {
  const listeners: ((wish: string) => void)[] = [];
  const waiting = [...early];
  return {
    tell(wish: string) {
      if (listeners.length === 0) waiting.push(wish);
      for (const listener of listeners) listener(wish);
    },
    listen(listener: (wish: string) => void) {
      listeners.push(listener);
      for (const wish of waiting.splice(0)) listener(wish);
    },
  };
}
