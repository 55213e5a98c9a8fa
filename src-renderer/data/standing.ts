/**
 * How a window stands: how old its data are, and whether its person may decide. Pure. Any window reuses it in four pieces:
 *
 * 1. `useStanding()` (use-standing.ts) gives the standing, kept fresh: `ageMs`, `isStale`, `isOffline`, `readOnly`.
 * 2. `<RightGate right="see-missions">` (right-gate.tsx) draws its children, or why this person has no right to the window.
 * 3. `<LiveView live={…} question={…}>{(value) => …}</LiveView>` (live-view.tsx) draws loading, failed, or the value, and
 *    says when what is shown could not be read again.
 * 4. `<AgeMark/>` (age-mark.tsx) says the age of what is shown; every table's foot has it already.
 * Deciding: `useDecisions().decide` asks once more on stale data and refuses with its sentence in read-only; bars take
 * `useDecisions().readOnly` (null, or why) to switch their buttons off. A gesture that commits without the dialog checks
 * `isStale` and `readOnly` itself.
 */
import type { SyncState } from '../../contract/app/sync-state.ts';
import { scopeOf } from '../../contract/domain/right.ts';
import { isRoleName } from '../../contract/domain/role.ts';
import { FR_STATES } from '../text/fr-states.ts';

/** Deciding on data older than this asks once more (D13). */
export const STALE_AFTER_MS = 15 * 60_000;

export interface Standing {
  /** Milliseconds since the nation was last heard; null before the first time. */
  readonly ageMs: number | null;
  /** Instant of that, in the service's time. */
  readonly heardAt: string | null;
  readonly isStale: boolean;
  /** Nothing comes or goes for now, whatever the reason. */
  readonly isOffline: boolean;
  /** Why nobody decides here, in French; null when decisions are possible. */
  readonly readOnly: string | null;
}

const SILENT: readonly SyncState['connection'][] = ['offline', 'paused', 'session-expired', 'no-right', 'signed-out'];
/** Whoever holds none of these decides nothing at all (DOMAIN §9). */
const DECIDING = ['set-priority', 'propose-candidate', 'switch-crisis-mode', 'answer-alert', 'open-pools'] as const;

function readOnlyReason({ connection, person }: SyncState): string | null {
  if (connection === 'review') return FR_STATES.reviewOnly;
  if (connection === 'no-right') return FR_STATES.rightWithdrawn;
  if (person === null) return null;
  const { role } = person;
  if (!isRoleName(role)) return FR_STATES.readsOnly;
  return DECIDING.some((right) => scopeOf(right, role) !== null) ? null : FR_STATES.readsOnly;
}

/** @param now this workstation's clock, milliseconds since 1970 */
export function standingOf(state: SyncState | null, now: number, staleAfter: number = STALE_AFTER_MS): Standing {
  if (state === null) return { ageMs: null, heardAt: null, isStale: false, isOffline: false, readOnly: null };
  // A snapshot has its own age, which its banner tells.
  const isPresent = state.lastSyncAt !== null && state.connection !== 'review';
  const heard = !isPresent || state.lastSyncAt === null ? Number.NaN : Date.parse(state.lastSyncAt);
  const ageMs = Number.isNaN(heard) ? null : Math.max(0, now - (state.clockAheadMs ?? 0) - heard);
  return {
    ageMs,
    heardAt: state.lastSyncAt,
    isStale: ageMs !== null && ageMs > staleAfter,
    isOffline: SILENT.includes(state.connection),
    readOnly: readOnlyReason(state),
  };
}
