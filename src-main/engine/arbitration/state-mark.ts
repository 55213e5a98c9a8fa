/**
 * Which state of the base a plan was made on, told so that it means the same after a restart (revisions are counted anew
 * by each run of the engine): how far the nation was read, which decisions waited, and the day it was.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { OPEN_STATES } from '../../store/outbox/outbox-state.ts';
import { feedPlace } from '../../store/queries/read-contact.ts';
import type { Store } from '../../store/store.ts';

export const stateMarkSchema = z.strictObject({
  /** The nation's feed number: « l’état n° … ». */
  number: z.int(),
  scopeVersion: z.int(),
  /** Digest of the decisions that wait. */
  waiting: z.string(),
  /** Civil day in Paris. */
  day: z.string(),
});
export type StateMark = z.infer<typeof stateMarkSchema>;

const OPEN = OPEN_STATES.map((state) => `'${state}'`).join(', ');

/** @param now milliseconds since 1970 */
export function markState(store: Store, now: number): StateMark {
  const waiting = store.statements.rows<{ commandId: string }>(
    `SELECT "commandId" FROM main.outbox WHERE state IN (${OPEN}) ORDER BY "commandId"`,
  );
  return {
    ...feedPlace(store),
    waiting: createHash('sha256')
      .update(waiting.map(({ commandId }) => commandId).join('\n'))
      .digest('hex'),
    day: todayOf(null, now),
  };
}

export const isSameState = (one: StateMark, other: StateMark): boolean =>
  one.number === other.number &&
  one.scopeVersion === other.scopeVersion &&
  one.waiting === other.waiting &&
  one.day === other.day;
