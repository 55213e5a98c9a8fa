import { implement } from '@orpc/server';
import { exportContract } from '../../../contract/app/export-contract.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import type { EngineContext } from '../engine-context.ts';
import { exportTable } from '../export/export-table.ts';
import { rowsToExport } from '../export/rows-to-export.ts';
import type { HeldComparison } from '../snapshots/held-comparison.ts';
import { requireDesk } from './require-desk.ts';

export function exportHandlers(context: EngineContext, comparison: Pick<HeldComparison, 'export'>) {
  const exports = implement(exportContract);
  return {
    make: exports.make.handler(async ({ input, signal }) => {
      if (input.table.of === 'changes') return comparison.export(input, signal);
      const desk = requireDesk(context);
      const { turns, files, image } = desk;
      const rows = await rowsToExport(desk, input);
      const { of } = input.table;
      // Who takes how much is kept in the log; never what.
      context.log('export.made', { of, format: input.format, rows: rows.count, columns: input.columns.length });
      const day = todayOf(desk.person()?.agency ?? null, image.now);
      return exportTable(input, rows, { turns, files, day }, signal);
    }),
  };
}
