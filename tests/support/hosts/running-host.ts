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
  /** A person in front of the sign-in that the host opened, who chooses who to be. */
  choosePerson(name: string): Promise<void>;
  /** What the person was told by the system. */
  notices(): readonly string[];
  /** Where the last saved file went. */
  savedPath(): string;
  dispose(): Promise<void>;
}

/** What runs in a host. */
export interface HostParts {
  readonly pages: string;
  readonly engineScript: string;
  /** Origins that sign-in reaches. */
  readonly reachable: readonly string[];
}

/** How to start one kind of host; the suite runs on each. */
export interface HostKind {
  readonly name: string;
  /** @param parts by default the suite's own page, and an engine that says back what it hears */
  start(parts?: Partial<HostParts>): Promise<RunningHost>;
}

export const aWindow = (patch: Partial<WindowOptions> = {}): WindowOptions => ({
  id: 'one',
  window: 'missions',
  title: 'Missions',
  bounds: null,
  ...patch,
});
