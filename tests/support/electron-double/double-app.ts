/**
 * The life of an application, in Electron's order:
 *
 * ```
 *   start ──▶ (schemes, sandbox, lock) ──whenReady──▶ ready ──quit──▶ before-quit ──▶ windows close ──▶ quit
 *                                                        ▲                └─prevented─┐
 *                                                        └────────────────────────────┘
 * ```
 */
import { chromium } from 'playwright-core';
import type { DoubleWorld } from './double-world.ts';
import { mustNotBeReady } from './double-world.ts';
import { strict } from './strict.ts';
import { preventable } from './strict-events.ts';

export const APP_EVENTS = [
  'second-instance',
  'open-url',
  'open-file',
  'before-quit',
  'window-all-closed',
  'web-contents-created',
  'quit',
];

export interface DoubleAppSettings {
  /** False when another instance holds the lock. */
  readonly hasLock: boolean;
  readonly appPath: string;
  readonly ended: (code: number) => void;
}

export function createDoubleApp(world: DoubleWorld, { hasLock, appPath, ended }: DoubleAppSettings): object {
  const state = { readying: null as Promise<void> | null, sandboxed: false, quitting: false };
  const becomeReady = async () => {
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
    world.browser = await chromium.launch({ executablePath: world.executablePath, chromiumSandbox: !isRoot });
    world.ready = true;
  };
  const end = async (code: number) => {
    for (const window of [...world.windows]) await window.destroy();
    world.appEvents.emit('quit', {}, code);
    await world.browser?.close();
    world.ready = false;
    ended(code);
  };
  return strict('app', {
    on: world.appEvents.on,
    once: world.appEvents.once,
    enableSandbox() {
      mustNotBeReady(world, 'app.enableSandbox');
      state.sandboxed = true;
      world.seen.calls.push('enableSandbox');
    },
    requestSingleInstanceLock: () => hasLock,
    async whenReady() {
      if (world.schemes.length === 0 && state.sandboxed) world.seen.calls.push('ready-without-scheme');
      state.readying ??= becomeReady();
      await state.readying;
    },
    setAsDefaultProtocolClient(scheme: string) {
      world.seen.calls.push(`setAsDefaultProtocolClient ${scheme}`);
      return true;
    },
    getPath(name: string) {
      if (name === 'userData' || name === 'documents') return world.userData;
      throw new Error(`The double of Electron does not know the path '${name}'.`);
    },
    getAppPath: () => appPath,
    getVersion: () => '0.0.0-double',
    quit() {
      if (state.quitting) return;
      const event = preventable({});
      world.appEvents.emit('before-quit', event);
      if (event.prevented()) return;
      state.quitting = true;
      void end(0);
    },
    exit(code = 0) {
      state.quitting = true;
      void end(code);
    },
    isPackaged: false,
  });
}
