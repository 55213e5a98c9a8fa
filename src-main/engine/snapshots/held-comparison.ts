/** The comparison that this engine holds, if it is one that compares: its table, and files made of it. */
import type { ExportProgress, ExportQuestion } from '../../../contract/app/export-contract.ts';
import { failure } from '../../rpc/failure.ts';
import { exportTable } from '../export/export-table.ts';
import type { HeldFiles } from '../export/held-files.ts';
import { createHeldFiles } from '../export/held-files.ts';
import type { Turns } from '../tables/turns.ts';
import type { ChangeTable } from './change-table.ts';

export interface HeldComparison {
  readonly files: HeldFiles;
  hold(table: ChangeTable): void;
  /** @throws the failure 'not-found' when nothing was compared here */
  table(): ChangeTable;
  export(question: ExportQuestion, signal: AbortSignal | undefined): AsyncGenerator<ExportProgress, void>;
}

export interface HeldComparisonParts {
  readonly clock: () => number;
  readonly makeId: () => string;
  readonly turns: Turns;
}

export function createHeldComparison({ clock, makeId, turns }: HeldComparisonParts): HeldComparison {
  const held = { table: null as ChangeTable | null };
  const files = createHeldFiles(clock, makeId);
  const table = () => {
    if (held.table === null) throw failure('not-found');
    return held.table;
  };
  return {
    files,
    hold(next) {
      held.table = next;
    },
    table,
    export(question, signal) {
      if (question.table.of !== 'changes') throw failure('not-found');
      const rows = table().rows(question.table.figure, question.table.query);
      const day = new Date(clock()).toISOString().slice(0, 10);
      return exportTable(question, rows, { turns, files, day }, signal);
    },
  };
}
