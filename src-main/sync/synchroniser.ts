/**
 * Synchronisation of one base with the national service. `step` does all the work there is; `sync-loop.ts` decides when.
 *
 * ```
 *   signed-out ──session──▶ who am I? ──▶ no mirror yet? ──▶ first-sync (snapshot, else stream; resumable)
 *       ▲                                    │ whole                 │
 *       │                                    ▼                       ▼
 *   session(null)                       synchronising: push all, pull all ──▶ up-to-date
 *                                            │
 *        a fault: offline │ 401: session-expired │ 403: no-right │ scope changed: the mirror is made anew
 *        any state ⇄ paused
 * ```
 */
import type { Principal } from '../../contract/national/principal.ts';
import type { Log } from '../diagnostics/log.ts';
import type { NationalClient } from '../national/national-client.ts';
import { NationalFault } from '../national/national-fault.ts';
import { readCursor, readTransfer } from '../store/mirror/cursor.ts';
import type { Store } from '../store/store.ts';
import type { TransferProgress } from './first-transfer.ts';
import { streamFirstTransfer } from './first-transfer.ts';
import { pullOnce } from './pull.ts';
import { pushOnce } from './push.ts';
import { takeSnapshot } from './snapshot-transfer.ts';
import type { SyncStatus } from './sync-status.ts';
import { clockWarning, pace, SIGNED_OUT } from './sync-status.ts';

export interface SynchroniserOptions {
  readonly store: Store;
  readonly client: NationalClient;
  /** This workstation's clock, milliseconds since 1970. */
  readonly clock: () => number;
  readonly log: Log;
  /** See SnapshotContext. */
  readonly pinnedKeys: readonly string[] | null;
}

export interface Synchroniser {
  readonly status: SyncStatus;
  /** What the service says of the person; null before it was asked. */
  readonly principal: Principal | null;
  /**
   * Brings both sides level: everything that waits is presented, everything that changed is brought.
   *
   * @throws NationalFault; the status then says what a person should read
   */
  step(signal: AbortSignal): Promise<void>;
  /** Another session begins: who it is will be asked again. */
  renew(): void;
  show(status: Partial<SyncStatus>): void;
}

/** The scope that the service will speak for (national-api/feed/caller-scope.ts). */
function scopeOfPrincipal({ agency }: Principal): string {
  return agency === null ? 'nation' : `agency:${agency}`;
}

export function createSynchroniser(options: SynchroniserOptions): Synchroniser {
  const { store, client, clock, log } = options;
  let status: SyncStatus = SIGNED_OUT;
  let principal: Principal | null = null;

  function show(change: Partial<SyncStatus>): void {
    const next = { ...status, ...change };
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    store.announce('sync');
  }

  async function whoAmI(signal: AbortSignal): Promise<Principal> {
    if (principal === null) await client.greet(signal);
    const told = principal ?? (await client.me(signal));
    // The outbox of one person never leaves in another's name (TRUST S62).
    if (told.personId !== store.personId) throw new NationalFault('other-person');
    principal = told;
    return told;
  }

  const push = (signal: AbortSignal) => pushOnce({ store, client, clock, signal });

  async function fillMirror(scope: string, signal: AbortSignal): Promise<void> {
    show({ connection: 'first-sync', message: 'Première synchronisation : les missions arrivent en premier.' });
    if (store.attachable && readTransfer(store.statements) === null) {
      const taken = await takeSnapshot({
        ...{ store, client, signal, clock, log, scope, pinnedKeys: options.pinnedKeys },
        onProgress: ({ bytes, manifest }) => {
          const outOf = Object.values(manifest.rows).reduce((sum, rows) => sum + rows, 0);
          const rows = Math.round((outOf * bytes) / Math.max(1, manifest.compressedBytes));
          show({ progress: { phase: 'snapshot', rows, outOf, rowsPerSecond: null, secondsLeft: null } });
        },
      });
      if (taken) return;
    }
    let from: { at: number; rows: number } | null = null;
    const onProgress = ({ phase, rows, outOf }: TransferProgress): void => {
      from ??= { at: clock(), rows };
      show({ progress: { phase, rows, outOf, ...pace(from, { at: clock(), rows, outOf }) } });
    };
    const betweenChunks = async () => void (await push(signal));
    await streamFirstTransfer({ store, client, signal, onProgress, betweenChunks });
  }

  async function bringLevel(signal: AbortSignal): Promise<void> {
    for (let more = true; more; ) {
      while ((await push(signal)) > 0) signal.throwIfAborted();
      more = await pullOnce({ store, client, signal });
      signal.throwIfAborted();
    }
  }

  async function level(signal: AbortSignal): Promise<void> {
    const person = await whoAmI(signal);
    if (readCursor(store.statements) === null) await fillMirror(scopeOfPrincipal(person), signal);
    if (status.connection !== 'up-to-date') show({ connection: 'synchronising', message: null, progress: null });
    await bringLevel(signal);
    const clockAheadMs = client.clockAhead();
    const message = clockWarning(clockAheadMs);
    show({ connection: 'up-to-date', message, progress: null, clockAheadMs, nextAttemptAt: null });
  }

  return {
    get status() {
      return status;
    },
    get principal() {
      return principal;
    },
    async step(signal) {
      try {
        await level(signal);
      } catch (error) {
        if (!(error instanceof NationalFault)) throw error;
        if (error.code !== 'start-again' && error.code !== 'resume-unknown') throw error;
        // The mirror is worth nothing any more; what the person wants is, and stays.
        log('sync.start-again', { code: error.problem?.code ?? error.code });
        principal = null;
        store.renewMirror();
        await level(signal);
      }
    },
    renew() {
      principal = null;
    },
    show,
  };
}
