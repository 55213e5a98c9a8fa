/** What synchronisation is doing, for the status bar of every window (contract/app/sync-state.ts). */
import type { SyncState } from '../../contract/app/sync-state.ts';

export type ConnectionState = SyncState['connection'];

export interface SyncStatus {
  readonly connection: ConnectionState;
  /** French: what is going on, what failed, what is safe. */
  readonly message: string | null;
  readonly progress: SyncState['progress'];
  readonly clockAheadMs: number | null;
  /** When the next attempt is due, after a failure; milliseconds since 1970. */
  readonly nextAttemptAt: number | null;
}

export const SIGNED_OUT: SyncStatus = {
  connection: 'signed-out',
  message: null,
  progress: null,
  clockAheadMs: null,
  nextAttemptAt: null,
};

/** Beyond it a person is told that the workstation's clock is wrong. */
const CLOCK_TOLERANCE_MS = 120_000;

/** @example clockWarning(7_200_000) // "L'horloge de ce poste avance de 2 h : …" */
export function clockWarning(aheadMs: number | null): string | null {
  if (aheadMs === null || Math.abs(aheadMs) < CLOCK_TOLERANCE_MS) return null;
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  const amount = minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
  const way = aheadMs > 0 ? 'avance' : 'retarde';
  return `L'horloge de ce poste ${way} de ${amount} : les heures affichées sont celles du service national.`;
}

/** Rows a second and seconds left, from where a transfer stood when it was first looked at. */
export function pace(
  from: { readonly at: number; readonly rows: number },
  now: { readonly at: number; readonly rows: number; readonly outOf: number },
): { rowsPerSecond: number | null; secondsLeft: number | null } {
  const seconds = (now.at - from.at) / 1000;
  const rows = now.rows - from.rows;
  if (seconds < 0.2 || rows <= 0) return { rowsPerSecond: null, secondsLeft: null };
  const rowsPerSecond = rows / seconds;
  return { rowsPerSecond, secondsLeft: Math.max(0, now.outOf - now.rows) / rowsPerSecond };
}
