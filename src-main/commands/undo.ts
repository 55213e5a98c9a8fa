/**
 * Undo of a batch: what has not left is withdrawn; what was accepted is followed by the order that takes it back,
 * unless somebody acted since; what cannot be undone says why.
 */
import { readMirrorFact } from '../store/outbox/fact-version.ts';
import type { OutboxRow } from '../store/outbox/outbox-row.ts';
import { readBatch, readDecision, readFollower, readOpenChain, readUndoOf } from '../store/outbox/read-outbox.ts';
import type { Statements } from '../store/statements.ts';
import type { Transaction } from '../store/store.ts';
import { compensationOf } from './compensation.ts';
import type { DeskContext } from './desk-context.ts';
import { placeDecision, withdrawFromChain } from './place-decision.ts';

export interface UndoReport {
  readonly withdrawn: number;
  readonly compensating: number;
  /** One French sentence for each decision that stays. */
  readonly refused: readonly string[];
}

const AUTHORS: Readonly<Record<string, readonly [by: string, at: string]>> = {
  priority: ['priorityByName', 'priorityAt'],
  deferral: ['deferralByName', 'deferralAt'],
  note: ['noteByName', 'noteAt'],
  regulator: ['regulatorByName', 'regulatorAt'],
  verification: ['verificationByName', 'verificationAt'],
  availability: ['availabilityByName', 'availabilityAt'],
  crisis: ['byName', 'at'],
};

/** Why an accepted decision can no longer be taken back, or null. */
function undoRefusal(statements: Statements, row: OutboxRow): string | null {
  if (readUndoOf(statements, row.commandId) !== null) return `${row.label} : déjà annulée.`;
  if (row.outcome === 'merged') return `${row.label} : ${row.author ?? "quelqu'un"} avait pris la même décision.`;
  const compensation = compensationOf(row);
  if (typeof compensation === 'string') return `${row.label} : ${compensation}`;
  // A newer wish of the same person is an act since, too: undoing the older one would take both back.
  if (readOpenChain(statements, row.subject, row.fact).length > 0) return `${row.label} : vous avez décidé depuis.`;
  const { row: confirmed, version } = readMirrorFact(statements, row.fact, row.subject);
  if (confirmed === null) return `${row.label} : hors de portée de ce poste.`;
  if (version === row.settledVersion) return null;
  const [by = '', at = ''] = AUTHORS[row.fact] ?? [];
  const author = confirmed[by] ?? "quelqu'un";
  const when = confirmed[at] ?? confirmed['updatedAt'] ?? '';
  return `${row.label} : ${author} a décidé depuis (${String(when).slice(0, 16).replace('T', ' ')}).`;
}

function compensate(context: DeskContext, transaction: Transaction, row: OutboxRow, batchId: string, at: string): void {
  const compensation = compensationOf(row);
  if (typeof compensation === 'string') throw new Error('No compensation');
  const { row: confirmed, version } = readMirrorFact(transaction.statements, row.fact, row.subject);
  const base = Object.fromEntries(
    Object.keys(JSON.parse(row.base) as object).map((name) => [name, confirmed?.[name] ?? null]),
  );
  const { subject, fact, missionId, candidateId, label } = row;
  const wish = {
    ...{ commandId: context.makeId(), personId: context.person.personId, batchId, origin: 'undo' as const },
    ...{ kind: compensation.kind, input: JSON.stringify(compensation.input), subject, fact, version, decidedAt: at },
    ...{ undoes: row.commandId, missionId, candidateId, label, title: `Annuler : ${row.title}` },
    base: JSON.stringify(base),
  };
  placeDecision(transaction, wish, at);
}

/** A pending decision that had taken the place of an older wish gives it back. */
function restore(context: DeskContext, transaction: Transaction, row: OutboxRow, batchId: string, at: string): void {
  if (row.replaces === null) return;
  const replaced = readDecision(transaction.statements, row.replaces);
  if (replaced === null || replaced.outcome !== 'superseded' || replaced.code !== null) return;
  const { kind, subject, fact, version, input, missionId, candidateId, label, title, base } = replaced;
  const wish = {
    ...{ commandId: context.makeId(), personId: context.person.personId, batchId, origin: 'undo' as const },
    ...{ kind, subject, fact, version, input, decidedAt: at, undoes: row.commandId, missionId, candidateId },
    ...{ label, title, base },
  };
  placeDecision(transaction, wish, at);
}

type Outcome = 'withdrawn' | 'compensating' | string;

/** Why one that is being sent cannot be followed by the order that takes it back, or null. */
function sendingRefusal(statements: Statements, row: OutboxRow): string | null {
  const compensation = compensationOf(row);
  if (typeof compensation === 'string') return `${row.label} : ${compensation}`;
  if (readUndoOf(statements, row.commandId) !== null) return `${row.label} : déjà annulée.`;
  return readFollower(statements, row.commandId) === null ? null : `${row.label} : vous avez décidé depuis.`;
}

/** One that left, and whose verdict is not known: what takes it back waits behind it. */
function followSent(
  context: DeskContext,
  transaction: Transaction,
  row: OutboxRow,
  batchId: string,
  at: string,
): Outcome {
  const refusal = sendingRefusal(transaction.statements, row);
  if (refusal !== null) return refusal;
  compensate(context, transaction, row, batchId, at);
  return 'compensating';
}

function undoOne(
  context: DeskContext,
  transaction: Transaction,
  row: OutboxRow,
  batchId: string,
  at: string,
): Outcome | null {
  switch (row.state) {
    case 'pending':
    case 'conflict':
      if (row.maybeJudged === 1 && row.state === 'pending') return followSent(context, transaction, row, batchId, at);
      withdrawFromChain(transaction, row, { outcome: 'withdrawn', settledAt: at });
      if (row.state === 'pending') restore(context, transaction, row, batchId, at);
      return 'withdrawn';
    case 'sending':
      return followSent(context, transaction, row, batchId, at);
    case 'confirmed': {
      const refusal = undoRefusal(transaction.statements, row);
      if (refusal !== null) return refusal;
      compensate(context, transaction, row, batchId, at);
      return 'compensating';
    }
    case 'refused':
    case 'withdrawn':
      return null;
  }
}

/** Undoes what can be undone of a batch, in one transaction. */
export function undoBatch(context: DeskContext, batchId: string): UndoReport {
  const at = new Date(context.clock()).toISOString();
  const undoId = context.makeId();
  return context.store.transaction('decision', (transaction) => {
    const report = { withdrawn: 0, compensating: 0, refused: [] as string[] };
    // Newest first: what waits behind goes before what it waits for.
    for (const { commandId } of readBatch(transaction.statements, batchId).toReversed()) {
      const row = readDecision(transaction.statements, commandId);
      const outcome = row === null ? null : undoOne(context, transaction, row, undoId, at);
      if (outcome === 'withdrawn') report.withdrawn += 1;
      else if (outcome === 'compensating') report.compensating += 1;
      else if (outcome !== null) report.refused.push(outcome);
    }
    return report;
  });
}

/** Null while something of the batch can be undone; else why not. */
export function batchUndoRefusal({ store: { statements } }: DeskContext, rows: readonly OutboxRow[]): string | null {
  let why = "Il n'y a rien à annuler.";
  for (const row of rows) {
    if (row.state === 'conflict' || (row.state === 'pending' && row.maybeJudged === 0)) return null;
    if (row.state === 'refused' || row.state === 'withdrawn') continue;
    const refusal =
      row.state === 'sending' || row.state === 'pending'
        ? sendingRefusal(statements, row)
        : undoRefusal(statements, row);
    if (refusal === null) return null;
    why = refusal;
  }
  return why;
}
