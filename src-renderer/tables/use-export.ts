import { useCallback, useRef, useState } from 'react';
import type { TableRow } from '../../contract/app/table-query.ts';
import { useDesk } from '../data/desk-context.ts';
import type { Fault } from '../data/fault.ts';
import { faultOf } from '../data/fault.ts';
import { FR_EXPORT } from '../text/fr-export.ts';
import type { ColumnView } from './column-view.ts';
import { exportQuestion } from './export-question.ts';
import { queryOf } from './table-state.ts';
import type { DeskTableModel } from './use-desk-table.ts';

export const MOST_PRINTED = 1_000;
const PRINT_PAGE = 200;

export type ExportState =
  | { readonly step: 'asking' }
  | { readonly step: 'making'; readonly rows: number; readonly outOf: number }
  | { readonly step: 'said'; readonly words: string }
  | { readonly step: 'printing'; readonly rows: readonly TableRow[]; readonly total: number }
  | { readonly step: 'failed'; readonly fault: Fault };

/** Makes the file, says how far it is, stops when asked, and lets the person choose where it goes. */
export function useExport(table: DeskTableModel, title: string) {
  const { client } = useDesk();
  const [state, setState] = useState<ExportState>({ step: 'asking' });
  const abort = useRef<AbortController | null>(null);

  const make = useCallback(
    async (format: 'csv' | 'xlsx', columns: readonly ColumnView[]) => {
      const own = new AbortController();
      abort.current = own;
      setState({ step: 'making', rows: 0, outOf: table.page.value?.total ?? 0 });
      try {
        const question = await exportQuestion(client, table.source, columns, table.state, format, title);
        const news = await client.exports.make(question, { signal: own.signal });
        for await (const one of news) {
          if (own.signal.aborted) break;
          if (one.step === 'writing') setState({ step: 'making', rows: one.rows, outOf: one.outOf });
          else {
            const { saved } = await client.files.saveMade({ fileId: one.fileId });
            const words = saved ? FR_EXPORT.saved(one.fileName, one.rows, one.bytes) : FR_EXPORT.notSaved;
            setState({ step: 'said', words });
          }
        }
        if (own.signal.aborted) setState({ step: 'said', words: FR_EXPORT.stopped });
      } catch (error) {
        if (own.signal.aborted) setState({ step: 'said', words: FR_EXPORT.stopped });
        else setState({ step: 'failed', fault: faultOf(error) });
      }
    },
    [client, table.page.value?.total, table.source, table.state, title],
  );

  const print = useCallback(async () => {
    setState({ step: 'making', rows: 0, outOf: Math.min(MOST_PRINTED, table.page.value?.total ?? 0) });
    try {
      const rows: TableRow[] = [];
      let total = 0;
      do {
        const query = { ...queryOf(table.state), offset: rows.length, limit: PRINT_PAGE };
        const page = await table.source.page(client, query);
        total = page.total;
        rows.push(...page.rows);
        if (page.rows.length === 0) break;
      } while (rows.length < Math.min(MOST_PRINTED, total));
      setState({ step: 'printing', rows: rows.slice(0, MOST_PRINTED), total });
    } catch (error) {
      setState({ step: 'failed', fault: faultOf(error) });
    }
  }, [client, table.page.value?.total, table.source, table.state]);

  const stop = useCallback(() => {
    abort.current?.abort();
    setState((before) => (before.step === 'making' ? { step: 'said', words: FR_EXPORT.stopped } : before));
  }, []);
  const rest = useCallback(() => setState({ step: 'asking' }), []);
  return { state, make, print, stop, rest };
}
