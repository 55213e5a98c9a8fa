import { Button, Group } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { DeskClient } from '../../data/desk-client.ts';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { firstState } from '../../tables/first-state.ts';
import { listSource } from '../../tables/list-source.ts';
import type { RowList } from '../../tables/page-of-rows.ts';
import { readTableState } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { departementLabel, professionLabel } from '../../text/labels.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { BarChart } from './bar-chart.tsx';
import { PointChanges } from './point-changes.tsx';
import { POINT_COLUMNS } from './point-columns.tsx';
import { barsBy, POINT_TABLE_COLUMNS, pointRow } from './point-rows.ts';
import { PointSheet } from './point-sheet.tsx';
import { PointText } from './point-text.tsx';

const { point: WORDS } = FR_SNAPSHOTS;
const FIRST = firstState(POINT_COLUMNS, [
  { column: 'remaining', descending: true },
  { column: 'departement', descending: false },
]);
const GROUPS = ['departement', 'profession', 'agency'];
const TOPICS = ['missions', 'candidates', 'proposals', 'regulation'] as const;
const MOST_BARS = 8;

const SOURCE = listSource('point', TOPICS, POINT_TABLE_COLUMNS, async (client: DeskClient): Promise<RowList> => {
  const { revision, rows, complete } = await client.point.read();
  return { revision, rows: rows.map(pointRow), complete };
});

const nameOf = (row: TableRow) =>
  `${departementLabel(row['departement'] ?? null)}, ${professionLabel(row['profession'] ?? null)}`;

/** UX 8: the day's needs against resources, what changed since the last point; printed, exported, archived. */
export function PointWindow({ kept }: { readonly kept: string | null }) {
  const [state, setState] = useRemembered(kept, (text) => readTableState(text, FIRST));
  const [looked, setLooked] = useState<string | null>(null);
  const [printing, setPrinting] = useState(false);
  const [archived, setArchived] = useState(0);
  const table = useDeskTable(SOURCE, POINT_COLUMNS, state, setState);
  const point = useLive('point', (client) => client.point.read(), TOPICS);
  const isReview = useSyncState().value?.connection === 'review';
  const { run, busy, fault } = useAct();
  const printed = useCallback(() => setPrinting(false), []);
  const value = point.value;
  const archive = async () => {
    const done = await run((client) => client.points.archive());
    if (done !== null) setArchived((count) => count + 1);
  };
  return (
    <>
      <div className="dk-column">
        <TableToolbar table={table} window="regulation-point" first={FIRST} title={WORDS.title} groups={GROUPS} />
        <DeskTable
          table={table}
          label={WORDS.label}
          nameOf={nameOf}
          looked={looked}
          onLook={setLooked}
          onOpen={setLooked}
          choosable={false}
          empty={() => <StatePanel title={WORDS.empty} />}
        />
      </div>
      <SidePanel label={WORDS.panel}>
        <h2>{WORDS.panel}</h2>
        {value !== null && (
          <>
            <p className="dk-quiet">{WORDS.of(value.at)}</p>
            <PointText point={value} />
            <Group gap="xs" mb="xs">
              <Button variant="default" onClick={() => setPrinting(true)}>
                {WORDS.print}
              </Button>
              {!isReview && (
                <Button loading={busy} onClick={() => void archive()}>
                  {WORDS.archive}
                </Button>
              )}
            </Group>
            <p aria-live="polite">{fault?.sentence ?? (archived > 0 ? WORDS.archived : '')}</p>
            {!isReview && (
              <>
                <h3>{WORDS.changes}</h3>
                <PointChanges key={archived} />
              </>
            )}
            <BarChart
              title={WORDS.byProfession}
              bars={barsBy(value.rows, 'profession', MOST_BARS)}
              nameOf={professionLabel}
            />
            <BarChart
              title={WORDS.byPlace}
              bars={barsBy(value.rows, 'departement', MOST_BARS)}
              nameOf={departementLabel}
            />
            {printing && <PointSheet point={value} onPrinted={printed} />}
          </>
        )}
      </SidePanel>
    </>
  );
}
