/** Everything a window may do with decisions, in one object for the handlers of the engine room. */
import type { BatchReport, Decision, Preview } from '../../contract/app/decision.ts';
import { readBatch } from '../store/outbox/read-outbox.ts';
import { reportBatch } from './batch-report.ts';
import type { BestPlan } from './best-proposals.ts';
import { describeConflict, resolveConflict } from './conflict.ts';
import { commitDecision, previewDecision } from './decide.ts';
import type { DeskContext } from './desk-context.ts';
import { acknowledgeRefusal, exportOutbox, listOutbox, withdrawDecision } from './outbox-desk.ts';
import type { PlanToCommit } from './plan-to-commit.ts';
import { createPreviewShelf } from './preview-shelf.ts';
import type { SheetToImport } from './sheet-to-import.ts';
import type { UndoReport } from './undo.ts';
import { batchUndoRefusal, undoBatch } from './undo.ts';

export interface DecisionDesk {
  /** @param plan for a decision that follows ranks (propose-best) */
  preview(decision: Decision, targets: readonly string[], plan?: BestPlan): Preview;
  /** @param arbitration the plan whose rows are the targets */
  previewPlan(decision: Decision, targets: readonly string[], arbitration: PlanToCommit): Preview;
  /** @param sheet the spreadsheet whose rows are the targets */
  previewImport(decision: Decision, targets: readonly string[], sheet: SheetToImport): Preview;
  commit(previewId: string, reason: string | null): { batchId: string; committed: number };
  report(batchId: string): BatchReport;
  undo(batchId: string): UndoReport;
  /** The newest batch of this session that can still be undone. */
  lastUndoable(): { batchId: string | null; title: string | null };
  list(only: 'open' | 'settled' | 'all', offset: number, limit: number): ReturnType<typeof listOutbox>;
  conflict(commandId: string): ReturnType<typeof describeConflict>;
  resolve(commandId: string, keep: 'mine' | 'theirs'): void;
  withdraw(commandId: string): void;
  acknowledge(commandId: string): void;
  exportOutbox(): { fileName: string; text: string };
}

/** @example const desk = createDecisionDesk({ store, person, clock: Date.now, makeId }); */
export function createDecisionDesk(context: DeskContext): DecisionDesk {
  const shelf = createPreviewShelf();
  const committed: string[] = [];
  return {
    preview: (decision, targets, plan) =>
      previewDecision(plan === undefined ? context : { ...context, plan }, shelf, decision, targets),
    previewPlan: (decision, targets, arbitration) =>
      previewDecision({ ...context, arbitration }, shelf, decision, targets),
    previewImport: (decision, targets, sheet) => previewDecision({ ...context, sheet }, shelf, decision, targets),
    commit(previewId, reason) {
      const batch = commitDecision(context, shelf, previewId, reason);
      if (batch.committed > 0) committed.push(batch.batchId);
      return batch;
    },
    report: (batchId) => reportBatch(context, batchId),
    undo: (batchId) => undoBatch(context, batchId),
    lastUndoable() {
      for (const batchId of committed.toReversed()) {
        const rows = readBatch(context.store.statements, batchId);
        if (batchUndoRefusal(context, rows) === null) return { batchId, title: rows[0]?.title ?? null };
      }
      return { batchId: null, title: null };
    },
    list: (only, offset, limit) => listOutbox(context, only, offset, limit),
    conflict: (commandId) => describeConflict(context, commandId),
    resolve: (commandId, keep) => resolveConflict(context, commandId, keep),
    withdraw: (commandId) => withdrawDecision(context, commandId),
    acknowledge: (commandId) => acknowledgeRefusal(context, commandId),
    exportOutbox: () => exportOutbox(context),
  };
}
