/** Runs the application on a host until it is left: for the person in front of it, or only for its pictures. */
import { randomUUID } from 'node:crypto';
import type { App, AppOptions } from './app.ts';
import { startApp } from './app.ts';
import type { Host } from './host/host.ts';
import { captureWindows } from './windows/capture-windows.ts';
import type { WindowKind } from './windows/window-kinds.ts';
import { isWindowKind, WINDOW_TITLES } from './windows/window-kinds.ts';

export interface DeskRun {
  readonly configuration: AppOptions['configuration'];
  readonly version: string;
  readonly log: AppOptions['log'];
  /** Folder for pictures; null: no pictures. */
  readonly capture: string | null;
  /** Stay after the pictures. */
  readonly keep: boolean;
  /** Signs somebody in without anybody in front of the window, once nobody came back by itself. */
  readonly signInAlone: ((app: App) => Promise<void>) | null;
  /** Tells the person in front of the terminal, in French. */
  readonly tell: (sentence: string) => void;
}

/** Every kind but the review of a file, which needs one. */
export const CAPTURED_WINDOWS = Object.keys(WINDOW_TITLES).filter(
  (kind): kind is WindowKind => isWindowKind(kind) && kind !== 'review',
);
const ATTRIBUTIONS =
  'Découpage administratif et codes postaux : Etalab, La Poste, INSEE (Licence Ouverte). Villes : GeoNames (CC BY 4.0). Contours : IGN, Natural Earth.';

/** Resolves with the exit code when the pictures are taken, or when the host is left. */
export async function runDesk(host: Host, run: DeskRun): Promise<number> {
  const left = new Promise<void>((resolve) => host.onQuit(async () => resolve()));
  const app = await startApp(host, {
    configuration: run.configuration,
    version: run.version,
    attributions: ATTRIBUTIONS,
    firstWindows: run.capture === null ? ['missions'] : CAPTURED_WINDOWS,
    clock: Date.now,
    newId: randomUUID,
    log: run.log,
  });
  if (!(await app.resumed) && run.signInAlone !== null) await run.signInAlone(app);
  const code = run.capture === null ? 0 : await takePictures(app, run, run.capture);
  if (run.capture === null || run.keep) await left;
  await host.quit();
  return code;
}

async function takePictures(app: App, run: DeskRun, folder: string): Promise<number> {
  const isUpToDate = await captureWindows({
    windows: app.windows.all(),
    syncState: () => app.room.client.sync.state(),
    folder,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  run.tell(`Images des fenêtres : ${folder}`);
  if (!isUpToDate) run.tell('Les données n’étaient pas encore à jour quand les images ont été prises.');
  return isUpToDate ? 0 : 1;
}
