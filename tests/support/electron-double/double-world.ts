import type { Browser, Page } from 'playwright-core';
import type { StrictEvents } from './strict-events.ts';

/** A privileged scheme, as registered before the application was ready. */
export interface DoubleScheme {
  readonly scheme: string;
  readonly privileges: Readonly<Record<string, boolean>>;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface DoubleWindowOptions extends Partial<Rectangle> {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: Readonly<Record<string, unknown>>;
}

/** What the double itself may do with a window; the application sees `browserWindow`. */
export interface DoubleWindow {
  readonly browserWindow: object;
  readonly contents: object;
  readonly options: DoubleWindowOptions;
  page(): Page;
  /** As a person would by the window's border. */
  moveTo(bounds: Rectangle): void;
  destroy(): Promise<void>;
}

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void;

/** What the parts of the double share: one run of one application. */
export interface DoubleWorld {
  readonly userData: string;
  readonly executablePath: string;
  ready: boolean;
  browser: Browser | null;
  readonly appEvents: StrictEvents;
  readonly ipcEvents: StrictEvents;
  schemes: readonly DoubleScheme[];
  readonly protocols: Map<string, Handler>;
  beforeRequest: BeforeRequest | null;
  readonly windows: Set<DoubleWindow>;
  /** What a test looks at afterwards. */
  readonly seen: {
    readonly openedExternally: string[];
    readonly notifications: { readonly title: string; readonly body: string }[];
    /** What got through that a real browser would have shown. Must stay empty. */
    readonly leaks: string[];
    readonly calls: string[];
  };
}

/** @throws Error when Electron would throw, or silently misbehave, because the application is not ready yet */
export function mustBeReady(world: DoubleWorld, name: string): void {
  if (!world.ready) throw new Error(`${name} cannot be used before the app is ready.`);
}

export function mustNotBeReady(world: DoubleWorld, name: string): void {
  if (world.ready) throw new Error(`${name} must be called before the app is ready.`);
}
