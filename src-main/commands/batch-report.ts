/** The report of a batch, verdict by verdict, as they come. */
import type { BatchReport } from '../../contract/app/decision.ts';
import { readBatch } from '../store/outbox/read-outbox.ts';
import { DecisionFailure } from './decision-failure.ts';
import type { DeskContext } from './desk-context.ts';
import { batchUndoRefusal } from './undo.ts';

/** @throws DecisionFailure 'not-found' */
export function reportBatch(context: DeskContext, batchId: string): BatchReport {
  const rows = readBatch(context.store.statements, batchId);
  const [first] = rows;
  if (first === undefined) throw new DecisionFailure('not-found', "Ce lot de décisions n'est pas sur ce poste.");
  const counts: Record<string, number> = {};
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
  return {
    batchId,
    title: first.title,
    at: first.decidedAt,
    counts,
    rows: rows.map(({ commandId, subject, label, state, message }) => ({
      commandId,
      subjectId: subject,
      label,
      state,
      message,
    })),
    undoRefusal: batchUndoRefusal(context, rows),
  };
}
