import { Button, NativeSelect } from '@mantine/core';
import type { TablePage } from '../../contract/app/table-query.ts';
import { AgeMark } from '../data/age-mark.tsx';
import { FR } from '../text/fr.ts';
import { PAGE_SIZES } from './table-state.ts';
import type { DeskTableModel } from './use-desk-table.ts';

/** What is shown out of what is found out of what there is, and the pages. */
export function TableFoot({ table, page }: { readonly table: DeskTableModel; readonly page: TablePage }) {
  const { state, change } = table;
  const last = Math.min(page.total, state.offset + page.rows.length);
  const to = (offset: number) => change((before) => ({ ...before, offset: Math.max(0, offset) }));
  return (
    <div className="dk-foot">
      <span className="dk-number" aria-live="polite">
        {page.total > 0 && FR.table.shown(state.offset + 1, last, page.total, page.outOf)}
        {page.total === 0 && page.complete && FR.table.noLine(page.outOf)}
      </span>
      {!page.complete && <span className="dk-quiet">{FR.stillArriving}</span>}
      <AgeMark />
      <span role="status">{table.told}</span>
      <span className="dk-grow" />
      <NativeSelect
        size="xs"
        w={128}
        aria-label={FR.table.pageSize}
        value={String(state.limit)}
        data={PAGE_SIZES.map((size) => ({ value: String(size), label: FR.table.perPage(size) }))}
        onChange={(event) => {
          const limit = Number(event.currentTarget.value);
          change((before) => ({ ...before, limit, offset: 0 }));
        }}
      />
      <Button
        size="compact-sm"
        variant="default"
        disabled={state.offset === 0}
        onClick={() => to(state.offset - state.limit)}
      >
        {FR.table.previous}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={last >= page.total}
        onClick={() => to(state.offset + state.limit)}
      >
        {FR.table.next}
      </Button>
    </div>
  );
}
