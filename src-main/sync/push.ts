/**
 * Presents what waits, oldest first, in batches; each decision gets its verdict, and verdict, rows and outbox change in
 * one transaction: nothing on screen ever blinks (ARCHITECTURE §5).
 *
 * ```
 * pending ─▶ sending (written) ─▶ POST ─▶ verdicts ─▶ one transaction: rows, states, what waited behind
 *                                   └─ no answer, busy, refused session ─▶ pending again, same ids
 *                                   └─ the batch is not understood ─▶ halves, until the one that is not stands alone
 * ```
 */
import type { Command } from '../../contract/national/commands/command.ts';
import { MAXIMUM_BATCH } from '../../contract/national/commands/command.ts';
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import type { NationalClient } from '../national/national-client.ts';
import { NationalFault } from '../national/national-fault.ts';
import { applyToldRow } from '../store/mirror/apply-entries.ts';
import { readCursor, readTransfer } from '../store/mirror/cursor.ts';
import type { OutboxRow } from '../store/outbox/outbox-row.ts';
import { readFollower, readSendable, readSending } from '../store/outbox/read-outbox.ts';
import { annotateDecision, moveDecision } from '../store/outbox/write-outbox.ts';
import type { Store, Transaction } from '../store/store.ts';
import { settle } from './transitions.ts';

/** The service takes 4 MiB: notes are long, and a batch must never be refused for its size. */
const MOST_BATCH_CHARACTERS = 1_500_000;

export interface PushContext {
  readonly store: Store;
  readonly client: NationalClient;
  readonly clock: () => number;
  readonly signal: AbortSignal;
}

/** The command of a decision, word for word the same at each attempt but for the version of one that had waited. */
export function commandOf(row: OutboxRow): Command {
  const { commandId, kind, subject, version, origin, batchId, decidedAt } = row;
  return {
    commandId,
    kind,
    subject,
    version,
    origin,
    batchId,
    decidedAt,
    input: JSON.parse(row.input) as unknown,
  } as Command;
}

/** What a former attempt left half-way (the disk was full when its verdict came): nobody else sends, so it is not being sent. */
function recoverLeftovers({ store }: PushContext): void {
  const left = readSending(store.statements);
  if (left.length === 0) return;
  store.transaction('mirror', (transaction) => {
    for (const row of left) moveDecision(transaction, row, 'undelivered', { maybeJudged: 1 });
  });
}

function takeBatch({ store, clock }: PushContext): OutboxRow[] {
  const rows = readSendable(store.statements, store.personId, new Date(clock()).toISOString(), MAXIMUM_BATCH);
  let characters = 0;
  const fitting = rows.filter((row, index) => {
    characters += row.input.length + 400;
    return index === 0 || characters <= MOST_BATCH_CHARACTERS;
  });
  if (fitting.length === 0) return [];
  return store.transaction('mirror', (transaction) =>
    fitting.map((row) => moveDecision(transaction, row, 'send', { attempts: row.attempts + 1, nextTryAt: null })),
  );
}

/** @param mayHaveArrived the service may have judged them, though no answer came */
function giveBack({ store }: PushContext, rows: readonly OutboxRow[], mayHaveArrived: boolean): void {
  store.transaction('mirror', (transaction) => {
    for (const row of rows) moveDecision(transaction, row, 'undelivered', mayHaveArrived ? { maybeJudged: 1 } : {});
  });
}

/** Feed number up to which the mirror was told everything: nothing older may come back through a verdict. */
function toldThrough({ statements }: Transaction): number {
  return readCursor(statements)?.after ?? readTransfer(statements)?.after ?? 0;
}

function applyVerdict(transaction: Transaction, row: OutboxRow, verdict: Verdict, through: number, now: number): void {
  const rows =
    verdict.outcome === 'accepted'
      ? verdict.rows
      : verdict.outcome === 'conflict' && verdict.current !== null
        ? [verdict.current]
        : [];
  for (const told of rows) applyToldRow(transaction, { ...told, kind: told.kind as RowKind }, through);
  const follower = readFollower(transaction.statements, row.commandId);
  const settlement = settle(row, follower, verdict, now);
  moveDecision(transaction, row, settlement.event, settlement.change);
  if (follower === null || settlement.follower === null) return;
  const { event, change } = settlement.follower;
  if (event === null) annotateDecision(transaction, follower, change);
  else moveDecision(transaction, follower, event, change);
}

function settleBatch({ store, clock }: PushContext, rows: readonly OutboxRow[], verdicts: readonly Verdict[]): void {
  store.transaction('mirror', (transaction) => {
    const through = toldThrough(transaction);
    for (const [index, row] of rows.entries()) {
      const verdict = verdicts[index];
      if (verdict === undefined) throw new Error('A decision without a verdict');
      applyVerdict(transaction, row, verdict, through, clock());
    }
  });
}

/** The service did not take the request itself: one of its commands is not understood there. */
function isPoisoned(fault: unknown): fault is NationalFault {
  return (
    fault instanceof NationalFault &&
    fault.code === 'refused' &&
    fault.problem !== null &&
    (fault.status === 400 || fault.status === 413 || fault.status === 422)
  );
}

function setAside(context: PushContext, row: OutboxRow, fault: NationalFault): void {
  const { problem } = fault;
  const message = problem?.errors?.[0]?.message ?? problem?.detail ?? fault.message;
  const verdict = { commandId: row.commandId, outcome: 'refused', code: problem?.code ?? 'refused', message } as const;
  settleBatch(context, [row], [verdict]);
}

async function present(context: PushContext, rows: readonly OutboxRow[]): Promise<void> {
  let verdicts: readonly Verdict[];
  try {
    verdicts = await context.client.send(rows.map(commandOf), context.signal);
  } catch (fault) {
    const [only] = rows;
    if (!isPoisoned(fault) || only === undefined) {
      giveBack(context, rows, !(fault instanceof NationalFault) || fault.mayHaveArrived);
      throw fault;
    }
    if (rows.length === 1) {
      setAside(context, only, fault);
      return;
    }
    const half = Math.ceil(rows.length / 2);
    try {
      await present(context, rows.slice(0, half));
    } catch (error) {
      giveBack(context, rows.slice(half), false);
      throw error;
    }
    await present(context, rows.slice(half));
    return;
  }
  settleBatch(context, rows, verdicts);
}

/**
 * Presents one batch.
 *
 * @returns how many decisions were presented
 * @throws NationalFault when there was no answer: everything is pending again
 */
export async function pushOnce(context: PushContext): Promise<number> {
  recoverLeftovers(context);
  const rows = takeBatch(context);
  if (rows.length > 0) await present(context, rows);
  return rows.length;
}
