/**
 * What a verdict makes of the decision that was sent and of the one that waits behind it. Pure: the moves themselves
 * are drawn in store/outbox/outbox-state.ts.
 *
 * ```
 *  verdict        the decision sent                 the one that waited behind it
 *  accepted       confirmed                         its turn, at the version its predecessor was confirmed at
 *  conflict
 *    as wanted    confirmed (merged)                its turn, at the version that the merged one had seen
 *    otherwise    conflict                          none waits
 *                 withdrawn, superseded             in conflict in its place: it says what the person wants now
 *  refused        refused                           its turn, at the version that the refused one had seen
 *  later          pending, not before its time      goes on waiting
 *  no answer      pending                           goes on waiting
 * ```
 */
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import { factVersion } from '../store/outbox/fact-version.ts';
import type { OutboxRow } from '../store/outbox/outbox-row.ts';
import type { OutboxEvent } from '../store/outbox/outbox-state.ts';
import { alreadyAsWanted } from './already-wanted.ts';

export interface Settlement {
  readonly event: OutboxEvent;
  readonly change: Partial<OutboxRow>;
  /** What becomes of the decision that waits behind, when one does; a null event changes no state. */
  readonly follower: { readonly event: OutboxEvent | null; readonly change: Partial<OutboxRow> } | null;
}

type Conflict = Extract<Verdict, { outcome: 'conflict' }>;

const MERGED = "Quelqu'un avait déjà pris la même décision.";

const wants = (row: OutboxRow, { current }: Conflict): boolean =>
  alreadyAsWanted(row.kind, JSON.parse(row.input) as Record<string, unknown>, current);

const conflictChange = ({ code, message, author, at }: Conflict, settledAt: string): Partial<OutboxRow> => ({
  outcome: 'conflict',
  code,
  message,
  author,
  authorAt: at,
  settledAt,
});

const mergedChange = ({ author, at }: Conflict, settledAt: string): Partial<OutboxRow> => ({
  outcome: 'merged',
  message: MERGED,
  author,
  authorAt: at,
  settledAt,
});

function settleConflict(row: OutboxRow, follower: OutboxRow | null, verdict: Conflict, at: string): Settlement {
  if (wants(row, verdict)) {
    return {
      event: 'merge',
      change: mergedChange(verdict, at),
      // Somebody else acted: what was to follow mine is not to cover theirs unseen.
      follower: follower && { event: null, change: { behind: null, version: row.version } },
    };
  }
  if (follower === null) return { event: 'conflict', change: conflictChange(verdict, at), follower: null };
  const superseded = { outcome: 'superseded', supersededBy: follower.commandId, settledAt: at } as const;
  return {
    event: 'withdraw',
    change: { ...conflictChange(verdict, at), ...superseded },
    follower: wants(follower, verdict)
      ? { event: 'merge', change: { ...mergedChange(verdict, at), behind: null } }
      : { event: 'conflict', change: { ...conflictChange(verdict, at), behind: null } },
  };
}

/**
 * @param row the decision, as it was sent
 * @param follower the one that waits behind it
 * @param now this workstation's clock, milliseconds since 1970: when the verdict came
 */
export function settle(row: OutboxRow, follower: OutboxRow | null, verdict: Verdict, now: number): Settlement {
  const at = new Date(now).toISOString();
  switch (verdict.outcome) {
    case 'accepted': {
      const version = factVersion(row.fact, row.subject, verdict.rows) ?? row.version + 1;
      return {
        event: 'accept',
        change: { outcome: 'accepted', settledVersion: version, settledAt: at, nextTryAt: null },
        follower: follower && { event: null, change: { behind: null, version } },
      };
    }
    case 'conflict':
      return settleConflict(row, follower, verdict, at);
    case 'refused': {
      const { code, message } = verdict;
      return {
        event: 'refuse',
        change: { outcome: 'refused', code, message, settledAt: at },
        follower: follower && { event: null, change: { behind: null, version: row.version } },
      };
    }
    case 'later':
      return {
        event: 'undelivered',
        // "Later" may also be said of one that was judged before, or whose commit was not heard of.
        change: { nextTryAt: new Date(now + verdict.retryAfter * 1000).toISOString(), maybeJudged: 1 },
        follower: null,
      };
  }
}
