import type { Page } from 'playwright-core';
import type { Bounds, Host, HostWindow, WindowOptions } from '../../../src-main/host/host.ts';

/** A host that runs for a test, seen from both sides. */
export interface RunningHost {
  readonly host: Host;
  /** Events of its log, in order. */
  readonly logged: readonly string[];
  /** The page behind a window, whatever host it lives in. */
  pageOf(window: HostWindow): Page;
  /** Kills the window's renderer process. */
  crash(window: HostWindow): Promise<void>;
  /** As a person would by its border. */
  resize(window: HostWindow, bounds: Bounds): Promise<void>;
  /** Where the last saved file went. */
  savedPath(): string;
  dispose(): Promise<void>;
}

/** How to start one kind of host; the suite runs on each. */
export interface HostKind {
  readonly name: string;
  start(): Promise<RunningHost>;
}

export const aWindow = (patch: Partial<WindowOptions> = {}): WindowOptions => ({
  id: 'one',
  window: 'missions',
  title: 'Missions',
  bounds: null,
  ...patch,
});
