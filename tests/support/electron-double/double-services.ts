/** The small modules: each as strict as the documentation about when it may be called and with what. */

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { DoubleWorld } from './double-world.ts';
import { mustBeReady, mustNotBeReady } from './double-world.ts';
import { knownOptions, strict } from './strict.ts';
import { strictEvents } from './strict-events.ts';

type Backend = 'basic_text' | 'gnome_libsecret' | 'kwallet6';

export function createDoubleProtocol(world: DoubleWorld): object {
  return strict('protocol', {
    registerSchemesAsPrivileged(schemes: DoubleWorld['schemes']) {
      mustNotBeReady(world, 'protocol.registerSchemesAsPrivileged');
      if (world.schemes.length > 0) throw new Error('protocol.registerSchemesAsPrivileged can be called only once.');
      for (const { privileges } of schemes)
        knownOptions('privileges', privileges, ['standard', 'secure', 'supportFetchAPI', 'codeCache']);
      world.schemes = schemes;
    },
    handle(scheme: string, handler: (request: Request) => Response | Promise<Response>) {
      mustBeReady(world, 'protocol.handle');
      if (world.protocols.has(scheme)) throw new Error(`The scheme ${scheme} is handled already.`);
      world.protocols.set(scheme, handler);
    },
  });
}

export function createDoubleSession(world: DoubleWorld, proxyAnswer: string): object {
  const events = strictEvents('session', ['will-download']);
  const defaultSession = strict('defaultSession', {
    on: events.on,
    setPermissionRequestHandler: () => void world.seen.calls.push('setPermissionRequestHandler'),
    setPermissionCheckHandler: () => void world.seen.calls.push('setPermissionCheckHandler'),
    setDevicePermissionHandler: () => void world.seen.calls.push('setDevicePermissionHandler'),
    resolveProxy: async () => proxyAnswer,
    webRequest: strict('webRequest', {
      onBeforeRequest(listener: NonNullable<DoubleWorld['beforeRequest']>) {
        world.beforeRequest = listener;
      },
    }),
  });
  return strict('session', {
    get defaultSession() {
      mustBeReady(world, 'session.defaultSession');
      return defaultSession;
    },
  });
}

export function createDoubleSafeStorage(world: DoubleWorld, backend: Backend, key: Buffer): object {
  return strict('safeStorage', {
    isEncryptionAvailable() {
      mustBeReady(world, 'safeStorage');
      return true;
    },
    getSelectedStorageBackend() {
      mustBeReady(world, 'safeStorage');
      return backend;
    },
    encryptString(text: string) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    decryptString(wrapped: Buffer) {
      const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12));
      decipher.setAuthTag(wrapped.subarray(12, 28));
      return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()]).toString('utf8');
    },
  });
}

export function createDoubleDialog(world: DoubleWorld, chosen: (suggested: string) => string | null): object {
  return strict('dialog', {
    /** The one dialog that may be shown before the application is ready. */
    showErrorBox(title: string, content: string) {
      process.stderr.write(`${title}: ${content}\n`);
    },
    async showSaveDialog(options: { readonly defaultPath?: string }) {
      mustBeReady(world, 'dialog');
      knownOptions('showSaveDialog', options, ['title', 'defaultPath']);
      const filePath = chosen(basename(options.defaultPath ?? ''));
      return { canceled: filePath === null, filePath: filePath ?? '' };
    },
  });
}

export function createDoubleMenu(world: DoubleWorld): object {
  return strict('Menu', {
    buildFromTemplate(template: readonly object[]) {
      for (const item of template) knownOptions('MenuItem', item, ['label', 'role', 'submenu', 'type']);
      return strict('menu', { template });
    },
    setApplicationMenu() {
      mustBeReady(world, 'Menu.setApplicationMenu');
      world.seen.calls.push('setApplicationMenu');
    },
  });
}

export function createDoubleScreen(world: DoubleWorld): object {
  const events = strictEvents('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  const bounds = { x: 0, y: 0, width: 1920, height: 1080 };
  return strict('screen', {
    on(event: string, listener: () => void) {
      mustBeReady(world, 'screen');
      events.on(event, listener);
    },
    getAllDisplays() {
      mustBeReady(world, 'screen');
      return [{ id: 1, bounds, scaleFactor: 1 }];
    },
  });
}

export function createDoubleShell(world: DoubleWorld): object {
  return strict('shell', {
    openExternal: async (address: string) => void world.seen.openedExternally.push(address),
  });
}

export function createDoublePowerMonitor(world: DoubleWorld) {
  const events = strictEvents('powerMonitor', ['lock-screen', 'unlock-screen']);
  const state = { idle: 0 };
  const module = strict('powerMonitor', {
    on(event: string, listener: () => void) {
      mustBeReady(world, 'powerMonitor');
      events.on(event, listener);
    },
    getSystemIdleTime() {
      mustBeReady(world, 'powerMonitor');
      return state.idle;
    },
  });
  return {
    module,
    rest(seconds: number) {
      state.idle = seconds;
    },
    lockScreen: (locked: boolean) => void events.emit(locked ? 'lock-screen' : 'unlock-screen'),
  };
}
