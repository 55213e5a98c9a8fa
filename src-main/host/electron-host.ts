/**
 * The product's host: Electron, with everything denied that the windows do not need (ARCHITECTURE §4, TRUST S10-S16).
 *
 * ```
 *   before ready: scheme, sandbox, single instance, refusals ──ready──▶ session, menu, secrets ──▶ windows
 * ```
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import type { Connection } from '../../contract/app/connection.ts';
import type { Log } from '../diagnostics/log.ts';
import { acceptConnections } from './electron-host/accept-connections.ts';
import { registerAppScheme, serveAppScheme } from './electron-host/app-scheme.ts';
import { setApplicationMenu } from './electron-host/application-menu.ts';
import type { ElectronModule } from './electron-host/electron-module.ts';
import { createElectronSecrets } from './electron-host/electron-secrets.ts';
import { hardenContents, hardenSession } from './electron-host/harden-session.ts';
import type { ElectronWindow } from './electron-host/open-electron-window.ts';
import { createElectronWindow } from './electron-host/open-electron-window.ts';
import { startUtilityEngine } from './electron-host/utility-engine.ts';
import type { Display, Host, HostWindow, WindowOptions } from './host.ts';
import { listPageFiles } from './page-files.ts';
import { proxyOfAnswer } from './proxy-of-answer.ts';
import { proxyOfEnvironment } from './proxy-of-environment.ts';
import { refuseSignInAddress } from './sign-in-address.ts';

export const DEEP_LINK_SCHEME = 'renfortrh';

export interface ElectronHostOptions {
  /** Folder of the built windows. */
  readonly pages: string;
  /** Path of the built electron-preload script. */
  readonly preload: string;
  readonly engineScript: string;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What the process was started with: it may hold a deep link. */
  readonly argv: readonly string[];
  readonly log: Log;
}

/** Resolves once Electron is ready; with null when another instance runs already, which was told to come forward. */
export async function createElectronHost(electron: ElectronModule, options: ElectronHostOptions): Promise<Host | null> {
  const { app } = electron;
  const { log } = options;
  app.enableSandbox();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return null;
  }
  registerAppScheme(electron);
  hardenContents(electron, log);
  const links = listenToDeepLinks(electron, options.argv, log);
  await app.whenReady();

  const files = listPageFiles(options.pages);
  serveAppScheme(electron, files, log);
  hardenSession(electron, log);
  setApplicationMenu(electron, options.platform, [], () => undefined);
  app.setAsDefaultProtocolClient(DEEP_LINK_SCHEME);

  const windows = new Map<WebContents, ElectronWindow>();
  const connectionListeners: ((window: HostWindow, connection: Connection) => void)[] = [];
  acceptConnections(electron, (contents) => windows.get(contents)?.accepting, log);
  links.onSecondInstance(() => [...windows.values()].at(-1)?.port.focus());
  const leaving = leaveInOrder(electron);
  const dataFolder = join(app.getPath('userData'), 'poste');
  return {
    name: 'electron',
    dataFolder,
    secrets: createElectronSecrets(electron, join(dataFolder, 'secrets'), options.platform),
    signIn: createSystemSignIn(electron),
    displays: () => listDisplays(electron),
    onDisplaysChanged(listener) {
      electron.screen.on('display-added', () => listener());
      electron.screen.on('display-removed', () => listener());
      electron.screen.on('display-metrics-changed', () => listener());
    },
    async openWindow(wanted: WindowOptions) {
      const window = createElectronWindow(electron, options.preload, wanted, (port, connection) => {
        for (const listener of connectionListeners) listener(port, connection);
      });
      const { contents } = window.accepting;
      windows.set(contents, window);
      window.port.onClosed(() => windows.delete(contents));
      await window.load();
      return window.port;
    },
    onConnection: (listener) => void connectionListeners.push(listener),
    startEngine: () => startUtilityEngine(electron, options.engineScript),
    async proxyFor(address) {
      const answer = await electron.session.defaultSession.resolveProxy(address);
      return proxyOfAnswer(answer) ?? proxyOfEnvironment(address, options.environment);
    },
    notify(title, body) {
      if (electron.Notification.isSupported()) new electron.Notification({ title, body }).show();
    },
    setMenu(groups, onChosen) {
      setApplicationMenu(electron, options.platform, groups, (entry) => {
        const front = [...windows.values()].find(({ browserWindow }) => browserWindow.isFocused());
        onChosen(entry, front?.port.id ?? null);
      });
    },
    idleSeconds: () => electron.powerMonitor.getSystemIdleTime(),
    onScreenLock(listener) {
      electron.powerMonitor.on('lock-screen', () => listener(true));
      electron.powerMonitor.on('unlock-screen', () => listener(false));
    },
    onDeepLink: links.onDeepLink,
    onOpenFile: links.onOpenFile,
    async saveFile(suggestedName, content) {
      const { canceled, filePath } = await electron.dialog.showSaveDialog({
        title: 'Enregistrer',
        defaultPath: join(app.getPath('documents'), suggestedName.replace(/[/\\]/g, '_')),
      });
      if (canceled || filePath === '') return false;
      await writeFile(filePath, content);
      return true;
    },
    onQuit: leaving.onQuit,
    quit: leaving.quit,
  };
}

/** The system browser, so that the person's own sessions, keys and cards serve, and we see none of them. */
function createSystemSignIn({ shell }: ElectronModule): Host['signIn'] {
  return {
    async open(address) {
      const refusal = refuseSignInAddress(address);
      if (refusal !== null) throw new Error(refusal);
      await shell.openExternal(address);
    },
    close: async () => undefined,
  };
}

function listDisplays({ screen }: ElectronModule): readonly Display[] {
  return screen.getAllDisplays().map(({ id, bounds, scaleFactor }) => ({ id: String(id), bounds, scale: scaleFactor }));
}

/** A file of ours by its name, and never a switch. */
const isSnapshotPath = (argument: string): boolean => /^[^-].*\.renfort$/i.test(argument);

function listenToDeepLinks({ app }: ElectronModule, argv: readonly string[], log: Log) {
  const listeners: ((address: string) => void)[] = [];
  const early: string[] = [];
  const forward: { listener: () => void } = { listener: () => undefined };
  const tell = (address: string) => {
    if (listeners.length === 0) early.push(address);
    for (const listener of listeners) listener(address);
  };
  const fileListeners: ((path: string) => void)[] = [];
  const earlyFiles: string[] = [];
  const tellFile = (path: string) => {
    if (fileListeners.length === 0) earlyFiles.push(path);
    for (const listener of fileListeners) listener(path);
  };
  /** Of a command line, the one argument that is an address of ours, and no switch beside it (TRUST S34). */
  const tellFrom = (args: readonly string[]) => {
    const address = args.find((argument) => argument.startsWith(`${DEEP_LINK_SCHEME}:`));
    if (address !== undefined) tell(address);
    for (const path of args.slice(1).filter(isSnapshotPath)) tellFile(path);
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isSnapshotPath(path)) tellFile(path);
  });
  app.on('second-instance', (_event, args) => {
    log('host.second-instance');
    forward.listener();
    tellFrom(args);
  });
  app.on('open-url', (event, address) => {
    event.preventDefault();
    tell(address);
  });
  tellFrom(argv);
  return {
    onSecondInstance(listener: () => void) {
      forward.listener = listener;
    },
    onDeepLink(listener: (address: string) => void) {
      listeners.push(listener);
      for (const address of early.splice(0)) listener(address);
    },
    onOpenFile(listener: (path: string) => void) {
      fileListeners.push(listener);
      for (const path of earlyFiles.splice(0)) listener(path);
    },
  };
}

/** Whoever asks to quit, the listeners are awaited first, once. */
function leaveInOrder({ app }: ElectronModule) {
  const listeners: (() => Promise<void>)[] = [];
  const state: { leaving: Promise<void> | null; left: boolean } = { leaving: null, left: false };
  const leave = async () => {
    for (const listener of listeners) await listener();
    state.left = true;
    app.quit();
  };
  const quit = () => {
    state.leaving ??= leave();
    return state.leaving;
  };
  app.on('before-quit', (event) => {
    if (state.left) return;
    event.preventDefault();
    void quit();
  });
  // With no listener Electron would quit by itself; the application decides.
  app.on('window-all-closed', () => undefined);
  return { quit, onQuit: (listener: () => Promise<void>) => void listeners.push(listener) };
}
