/** Saves a picture of each window, and beside it what each one shows in figures: for people who have no display. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SyncState } from '../../contract/app/sync-state.ts';
import { agencyOf, isAgencyCode } from '../../contract/domain/geography/agency.ts';
import type { HostWindow } from '../host/host.ts';

export interface CapturedWindow {
  readonly window: string;
  readonly title: string;
  readonly rows: number;
  /** French: whose territory is shown; null when nobody is signed in. */
  readonly scope: string | null;
  readonly syncState: SyncState['connection'];
  readonly consoleErrors: readonly string[];
  readonly cspViolations: readonly string[];
  /** Name of the picture in the same folder. */
  readonly picture: string;
}

export interface CaptureParts {
  readonly windows: readonly HostWindow[];
  readonly syncState: () => Promise<SyncState>;
  readonly folder: string;
  readonly wait: (ms: number) => Promise<void>;
}

const TURN_MS = 250;
const MOST_TURNS = 1_200;
const STEADY_TURNS = 3;

/** True when the first synchronisation was over; false when pictures were taken without waiting any longer. */
export async function captureWindows({ windows, syncState, folder, wait }: CaptureParts): Promise<boolean> {
  const state = await waitUntilUpToDate(syncState, wait);
  await mkdir(folder, { recursive: true });
  await Promise.all(windows.map((window) => waitUntilSteady(window, wait)));
  const captured: CapturedWindow[] = [];
  for (const [index, window] of windows.entries()) {
    const picture = `${String(index + 1).padStart(2, '0')}-${window.window}.png`;
    await writeFile(join(folder, picture), await window.capture());
    const scope = scopeOf(state);
    captured.push({ window: window.window, ...(await window.facts()), scope, syncState: state.connection, picture });
  }
  await writeFile(join(folder, 'windows.json'), `${JSON.stringify(captured, null, 2)}\n`);
  return state.connection === 'up-to-date';
}

async function waitUntilUpToDate(syncState: () => Promise<SyncState>, wait: CaptureParts['wait']): Promise<SyncState> {
  for (let turn = 1; ; turn += 1) {
    const state = await syncState();
    if (state.connection === 'up-to-date' || turn === MOST_TURNS) return state;
    await wait(TURN_MS);
  }
}

/** Until the window shows as many rows, and no fewer, three times in a row. */
async function waitUntilSteady(window: HostWindow, wait: CaptureParts['wait']): Promise<void> {
  const seen = { rows: -1, times: 0 };
  for (let turn = 0; turn < MOST_TURNS && seen.times < STEADY_TURNS; turn += 1) {
    const { rows } = await window.facts();
    seen.times = rows === seen.rows ? seen.times + 1 : 0;
    seen.rows = rows;
    await wait(TURN_MS);
  }
}

function scopeOf({ person }: SyncState): string | null {
  if (person === null) return null;
  return isAgencyCode(person.agency) ? agencyOf(person.agency).label : 'France entière';
}
