import { describe, expect, it } from 'vitest';
import type { SyncState } from '../../contract/app/sync-state.ts';
import { STALE_AFTER_MS, standingOf } from './standing.ts';

const NOW = Date.parse('2021-03-15T08:00:00Z');
const state = (patch: Partial<SyncState> = {}): SyncState => ({
  connection: 'up-to-date',
  message: null,
  person: { id: 'r-1', name: 'Régulatrice Fictive', role: 'ars-regulator', agency: 6 },
  lastSyncAt: '2021-03-15T07:58:00.000Z',
  clockAheadMs: 0,
  progress: null,
  waiting: 0,
  conflicts: 0,
  refused: 0,
  revision: 1,
  ...patch,
});
const roleOf = (role: string) => ({ id: 'p', name: 'Personne Fictive', role, agency: null });

describe('how a window stands', () => {
  it('D13 counts the age of data by the service’s clock', () => {
    expect(standingOf(state(), NOW)).toMatchObject({ ageMs: 120_000, isStale: false, isOffline: false });
    expect(standingOf(state({ clockAheadMs: 60_000 }), NOW).ageMs).toBe(60_000);
    expect(standingOf(state({ clockAheadMs: 3_600_000 }), NOW).ageMs).toBe(0);
    expect(standingOf(state({ lastSyncAt: null }), NOW)).toMatchObject({ ageMs: null, isStale: false });
    expect(standingOf(null, NOW)).toMatchObject({ ageMs: null, readOnly: null });
  });

  it('D13 is stale beyond the threshold, not at it', () => {
    const at = Date.parse('2021-03-15T07:58:00.000Z') + STALE_AFTER_MS;
    expect(standingOf(state(), at).isStale).toBe(false);
    expect(standingOf(state(), at + 1).isStale).toBe(true);
    expect(standingOf(state(), NOW, 60_000).isStale).toBe(true);
  });

  it.each([
    ['ars-regulator', 'up-to-date', false],
    ['ccs-desk', 'offline', false],
    ['ars-lead', 'session-expired', false],
    ['auditor', 'up-to-date', true],
    ['administrator', 'up-to-date', true],
    ['someone-else', 'up-to-date', true],
    ['ars-lead', 'no-right', true],
    ['ars-lead', 'review', true],
  ] as const)('%s, %s: read-only is %s', (role, connection, isReadOnly) => {
    expect(standingOf(state({ connection, person: roleOf(role) }), NOW).readOnly !== null).toBe(isReadOnly);
  });
});
