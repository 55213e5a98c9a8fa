import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import type { OutboxRow } from '../store/outbox/outbox-row.ts';
import type { OutboxState } from '../store/outbox/outbox-state.ts';
import { isOpen, nextOutboxState, OUTBOX_EVENTS, OUTBOX_STATES } from '../store/outbox/outbox-state.ts';
import { backoffMilliseconds } from './backoff.ts';
import { settle } from './transitions.ts';

const NOW = Date.UTC(2020, 10, 15, 8);

const row = (patch: Partial<OutboxRow> = {}): OutboxRow => ({
  sequence: 1,
  commandId: 'k-1',
  personId: 'p',
  batchId: null,
  kind: 'mission.set-priority',
  subject: 'm-1',
  fact: 'priority',
  version: 3,
  origin: 'single',
  input: '{"priority":"P1","reason":null}',
  decidedAt: '2020-11-15T08:00:00.000Z',
  state: 'sending',
  behind: null,
  replaces: null,
  supersededBy: null,
  undoes: null,
  missionId: 'm-1',
  candidateId: null,
  label: '',
  title: '',
  base: '{}',
  attempts: 1,
  maybeJudged: 0,
  nextTryAt: null,
  outcome: null,
  code: null,
  message: null,
  author: null,
  authorAt: null,
  settledAt: null,
  settledVersion: null,
  acknowledgedAt: null,
  ...patch,
});
const follower = (priority: string): OutboxRow =>
  row({ commandId: 'k-2', state: 'pending', behind: 'k-1', input: JSON.stringify({ priority, reason: null }) });

const told = (priority: string, version: number) => ({
  kind: 'mission',
  id: 'm-1',
  number: 9,
  row: { id: 'm-1', priority, priorityVersion: version },
});

const verdicts = fc.oneof(
  fc.record({
    commandId: fc.constant('k-1'),
    outcome: fc.constant('accepted' as const),
    rows: fc.oneof(fc.constant([]), fc.constant([told('P1', 4)])),
  }),
  fc.record({
    commandId: fc.constant('k-1'),
    outcome: fc.constant('conflict' as const),
    code: fc.constant('fact-changed'),
    message: fc.constant('Quelqu’un a décidé entre-temps.'),
    current: fc.option(fc.constantFrom('P1', 'P2', 'P3').map((value) => told(value, 7))),
    author: fc.option(fc.constant('Alix')),
    at: fc.constant(null),
  }),
  fc.record({
    commandId: fc.constant('k-1'),
    outcome: fc.constant('refused' as const),
    code: fc.constant('x'),
    message: fc.constant('Non.'),
  }),
  fc.record({
    commandId: fc.constant('k-1'),
    outcome: fc.constant('later' as const),
    message: fc.constant(''),
    retryAfter: fc.integer({ min: 1, max: 600 }),
  }),
) as fc.Arbitrary<Verdict>;
const followers = fc.option(fc.constantFrom('P1', 'P2', 'P3').map(follower));

const landing = (state: OutboxState, event: Parameters<typeof nextOutboxState>[1] | null): OutboxState =>
  event === null ? state : (nextOutboxState(state, event) ?? ('impossible' as OutboxState));

describe('what a verdict makes of a decision', () => {
  it('always is a move that exists, for it and for the one behind it', () => {
    fc.assert(
      fc.property(verdicts, followers, (verdict, next) => {
        const settlement = settle(row(), next, verdict, NOW);
        expect(OUTBOX_STATES).toContain(landing('sending', settlement.event));
        if (settlement.follower !== null) {
          expect(next).not.toBeNull();
          expect(OUTBOX_STATES).toContain(landing('pending', settlement.follower.event));
        }
      }),
    );
  });

  it('says confirmed exactly when the nation accepted, or holds the same already; refused exactly when it refused (G4)', () => {
    fc.assert(
      fc.property(verdicts, followers, (verdict, next) => {
        const state = landing('sending', settle(row(), next, verdict, NOW).event);
        const same = verdict.outcome === 'conflict' && verdict.current?.row['priority'] === 'P1';
        expect(state === 'confirmed').toBe(verdict.outcome === 'accepted' || same);
        expect(state === 'refused').toBe(verdict.outcome === 'refused');
        expect(state === 'pending').toBe(verdict.outcome === 'later');
      }),
    );
  });

  it('never loses the newest wish: what waited behind goes on, or stands in the conflict (G8)', () => {
    fc.assert(
      fc.property(verdicts, followers, (verdict, next) => {
        const { follower: fate, event } = settle(row(), next, verdict, NOW);
        const state = landing('sending', event);
        if (next === null) {
          expect(fate).toBeNull();
          expect(state).not.toBe('withdrawn');
          return;
        }
        const nextState = landing('pending', fate?.event ?? null);
        expect(isOpen(nextState) || nextState === 'confirmed').toBe(true);
        // Its turn comes exactly when the one before it is settled.
        expect(fate?.change.behind === null).toBe(!isOpen(state));
      }),
    );
  });

  it.each([
    [
      'at the version its predecessor was confirmed at',
      { commandId: 'k-1', outcome: 'accepted', rows: [told('P1', 4)] },
      4,
    ],
    ['one further when the row is out of sight', { commandId: 'k-1', outcome: 'accepted', rows: [] }, 4],
    [
      'at the version that the refused one had seen',
      { commandId: 'k-1', outcome: 'refused', code: 'x', message: '' },
      3,
    ],
    [
      'at the version that the merged one had seen: theirs is not covered unseen',
      {
        commandId: 'k-1',
        outcome: 'conflict',
        code: 'x',
        message: '',
        current: told('P1', 7),
        author: 'Alix',
        at: null,
      },
      3,
    ],
  ] as const)('moves the waiting one on %s', (_title, verdict, version) => {
    expect(settle(row(), follower('P2'), verdict as never, NOW).follower?.change).toMatchObject({
      behind: null,
      version,
    });
  });

  it('does not present before its time what was put off', () => {
    const { event, change } = settle(
      row(),
      null,
      { commandId: 'k-1', outcome: 'later', message: '', retryAfter: 90 },
      NOW,
    );
    expect(event).toBe('undelivered');
    expect(change.nextTryAt).toBe('2020-11-15T08:01:30.000Z');
  });
});

describe('the moves of the outbox', () => {
  it('end for ever in confirmed, refused and withdrawn', () => {
    for (const state of ['confirmed', 'refused', 'withdrawn'] as const) {
      expect(OUTBOX_EVENTS.map((event) => nextOutboxState(state, event))).toEqual(OUTBOX_EVENTS.map(() => null));
    }
  });

  it('never leave from pending to a verdict without being sent, but to merge or to stand in a conflict', () => {
    expect(nextOutboxState('pending', 'accept')).toBeNull();
    expect(nextOutboxState('pending', 'refuse')).toBeNull();
    expect(nextOutboxState('pending', 'send')).toBe('sending');
    expect(nextOutboxState('sending', 'undelivered')).toBe('pending');
  });
});

describe('waiting after a failure', () => {
  it('is at least a second, at most five minutes, never less than the service asks, and grows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.option(fc.integer({ min: 0, max: 3600 })),
        (failures, fraction, asked) => {
          const wait = backoffMilliseconds(failures, fraction, asked);
          expect(wait).toBeGreaterThanOrEqual(Math.max(1000, (asked ?? 0) * 1000));
          expect(wait).toBeLessThanOrEqual(Math.max(300_000, (asked ?? 0) * 1000));
          expect(backoffMilliseconds(failures + 1, fraction, asked)).toBeGreaterThanOrEqual(wait);
        },
      ),
    );
  });
});
