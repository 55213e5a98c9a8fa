import { useMemo, useState } from 'react';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { useLive } from '../../data/use-live.ts';
import { NOTHING_CHOSEN } from '../../tables/chosen.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { firstState } from '../../tables/first-state.ts';
import { listSource } from '../../tables/list-source.ts';
import { readTableState } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR } from '../../text/fr.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import { OutboxBar } from './outbox-bar.tsx';
import { OUTBOX_COLUMNS, OUTBOX_TABLE_COLUMNS } from './outbox-columns.tsx';
import { OutboxPanel } from './outbox-panel.tsx';
import type { OutboxOnly } from './outbox-rows.ts';
import { outboxRows, readOutbox } from './outbox-rows.ts';

const FIRST = firstState(OUTBOX_COLUMNS, [{ column: 'createdAt', descending: true }]);
const GROUPS = ['state', 'title', 'subjectLabel', 'subjectKind'];

const nameOf = (row: TableRow) => `${row['title']}, ${row['subjectLabel']}`;

/** What waits, what is in conflict or refused and why, and the history of what this person decided (D3). */
export function OutboxWindow({ kept }: { readonly kept: string | null }) {
  const [state, setState] = useRemembered(kept, (text) => readTableState(text, FIRST));
  const [only, setOnly] = useState<OutboxOnly>('open');
  const [looked, setLooked] = useState<string | null>(null);
  const source = useMemo(
    () =>
      listSource(`outbox ${only}`, ['outbox'], OUTBOX_TABLE_COLUMNS, async (client) =>
        outboxRows(await readOutbox(client, only)),
      ),
    [only],
  );
  const table = useDeskTable(source, OUTBOX_COLUMNS, state, setState);
  const held = useLive(`outbox ${only}`, (client) => readOutbox(client, only), ['outbox']);
  const line = held.value?.lines.find(({ commandId }) => commandId === looked) ?? null;
  const show = (next: OutboxOnly) => {
    setOnly(next);
    table.choose(NOTHING_CHOSEN);
    setState((before) => ({ ...before, offset: 0 }));
  };
  return (
    <>
      <div className="dk-column">
        <TableToolbar table={table} window="outbox" first={FIRST} title={FR.outbox.title} groups={GROUPS} />
        <OutboxBar
          only={only}
          held={held.value}
          chosen={table.chosen.ids}
          onOnly={show}
          onDone={() => table.choose(NOTHING_CHOSEN)}
        />
        <DeskTable
          table={table}
          label={FR.outbox.label}
          nameOf={nameOf}
          looked={looked}
          onLook={setLooked}
          onOpen={setLooked}
          empty={() => <StatePanel title={FR.outbox.none}>{FR.outbox.noneAdvice}</StatePanel>}
        />
      </div>
      <OutboxPanel line={line} />
    </>
  );
}
