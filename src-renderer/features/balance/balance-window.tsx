import { addDays, isCivilDate } from '../../../contract/domain/civil-date.ts';
import './balance.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { Balance } from '../../../contract/app/nation-contract.ts';
import { AGENCIES } from '../../../contract/domain/geography/agency.ts';
import { useDesk } from '../../data/desk-context.ts';
import { LiveView } from '../../data/live-view.tsx';
import { RightGate } from '../../data/right-gate.tsx';
import { useLive } from '../../data/use-live.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { useWindowActs } from '../../data/use-window-acts.ts';
import { DateField } from '../../forms/date-field.tsx';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR } from '../../text/fr.ts';
import { FR_BALANCE } from '../../text/fr-balance.ts';
import { professionLabel } from '../../text/labels.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { RegionMap } from '../../ui/region-map.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import type { BalanceWindowState } from './balance-window-state.ts';
import { readBalanceWindowState } from './balance-window-state.ts';
import { candidatesState, missionsState } from './drill-down.ts';
import type { ChosenCell, Measure } from './heat-grid.tsx';
import { HeatGrid } from './heat-grid.tsx';
import { HeatLegend } from './heat-legend.tsx';
import { levelOf } from './heat-level.ts';
import type { HeatTable, Sums } from './heat-table.ts';
import { heatTable } from './heat-table.ts';
import { longPlace, placeOrder } from './place-words.ts';
import { StandingList } from './standing-list.tsx';
import { WeekChart } from './week-chart.tsx';

const TOPICS = ['missions', 'candidates', 'proposals', 'outbox'] as const;

/** UX 4: needs against resources, region by region for the CCS, département by département for an ARS; to come, and since yesterday. */
export function BalanceWindow({ kept }: { readonly kept: string | null }) {
  return (
    <RightGate right="see-missions">
      <Balances kept={kept} />
    </RightGate>
  );
}

function Balances({ kept }: { readonly kept: string | null }) {
  const [state, setState] = useRemembered(kept, readBalanceWindowState);
  const person = useSyncState().value?.person;
  if (person === undefined) return <LoadingLines label={FR.loading} count={20} />;
  const by = (person?.agency ?? null) === null ? 'agency' : 'departement';
  return <Asked by={by} state={state} setState={setState} />;
}

interface AskedProps {
  readonly by: Balance['by'];
  readonly state: BalanceWindowState;
  setState(next: (before: BalanceWindowState) => BalanceWindowState): void;
}

function Asked({ by, state, setState }: AskedProps) {
  const { days, measure } = state;
  /** The day where the person works is the engine's to say: asked for a day that is surely there. */
  const standing = useLive(`today ${by}`, (client) => client.nation.standing({ by }), ['sync']);
  const today = standing.value?.day ?? null;
  const from = state.from ?? today;
  const question = from === null ? null : `balance ${JSON.stringify([by, from, days])}`;
  const balance = useLive(question, (client) => client.nation.balance({ by, from: from ?? '', days }), TOPICS);
  const set = (patch: Partial<BalanceWindowState>) => setState((before) => ({ ...before, ...patch }));
  return (
    <div className="dk-column">
      <div className="dk-bar">
        <h1>{FR_BALANCE.title}</h1>
        <DateField
          isLabelHidden
          label={FR_BALANCE.day}
          width={128}
          value={from ?? ''}
          onChange={(day) => (day === '' || isCivilDate(day)) && set({ from: day === '' ? null : day })}
        />
        <Button variant="default" disabled={state.from === null} onClick={() => set({ from: null })}>
          {FR_BALANCE.today}
        </Button>
        <SegmentedControl
          aria-label={FR_BALANCE.period}
          value={String(days)}
          data={([1, 7, 28] as const).map((one) => ({ value: String(one), label: FR_BALANCE.periods[one] ?? '' }))}
          onChange={(value) => set({ days: ([1, 7, 28] as const).find((one) => String(one) === value) ?? 7 })}
        />
        <SegmentedControl
          aria-label={FR_BALANCE.shown}
          value={measure}
          data={(['tension', 'posts', 'free'] as const).map((one) => ({
            value: one,
            label: FR_BALANCE.measures[one] ?? one,
          }))}
          onChange={(value) => set({ measure: value as Measure })}
        />
        <span className="dk-grow" />
        <HeatLegend />
      </div>
      {question === null || from === null ? (
        <LoadingLines label={FR.loading} count={20} />
      ) : (
        <LiveView live={balance} question={question} lines={20}>
          {(value) => <Shown value={value} state={state} from={from} onChoose={(cell) => set({ cell })} />}
        </LiveView>
      )}
    </div>
  );
}

interface ShownProps {
  readonly value: Balance;
  readonly state: BalanceWindowState;
  readonly from: string;
  onChoose(cell: ChosenCell): void;
}

function Shown({ value, state, from, onChoose }: ShownProps) {
  const { client } = useDesk();
  const { by } = value;
  const { measure, days } = state;
  const table = useMemo(
    () => heatTable(value.cells, placeOrder(by, [...new Set(value.cells.map(({ place }) => place))])),
    [value, by],
  );
  const cell = isIn(table, state.cell) ? state.cell : { place: null, profession: null };
  const until = addDays(from, days - 1);
  const open = useCallback(
    (window: string, kept: string) =>
      void client.windows.open({ window, subjectId: null, state: kept }).catch(() => undefined),
    [client],
  );
  const openMissions = (one: ChosenCell) => open('missions', missionsState({ by, cell: one, from, until }));
  const openCandidates = (one: ChosenCell) => open('candidates', candidatesState({ by, cell: one, from, until }));
  const what = wordsOf(cell, by);
  useWindowActs({
    about: what,
    acts: [
      { key: null, label: FR_BALANCE.openMissions, enabled: true, run: () => openMissions(cell) },
      { key: null, label: FR_BALANCE.openCandidates, enabled: true, run: () => openCandidates(cell) },
    ],
  });
  if (!value.complete && value.cells.length === 0) return <LoadingLines label={FR.stillArriving} count={16} />;
  if (value.cells.length === 0) return <StatePanel title={FR_BALANCE.none}>{FR_BALANCE.noneAdvice}</StatePanel>;
  return (
    <>
      {!value.complete && <div className="dk-banner">{FR.stillArriving}</div>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="dk-scroll dk-balance-heat" aria-label={FR_BALANCE.table} tabIndex={0}>
        <HeatGrid table={table} by={by} measure={measure} chosen={cell} onChoose={onChoose} onOpen={openMissions} />
      </section>
      <div className="dk-balance-strip">
        <CellDetail
          what={what}
          sums={sumsOf(table, cell)}
          onMissions={() => openMissions(cell)}
          onCandidates={() => openCandidates(cell)}
        />
        {by === 'agency' && (
          <section className="dk-balance-part dk-balance-map" aria-label={FR_BALANCE.map}>
            <BalanceMap table={table} cell={cell} />
          </section>
        )}
        <WeekChart by={by} cell={cell} from={from} what={what} />
        <StandingList by={by} onChoose={onChoose} />
      </div>
    </>
  );
}

const isIn = (table: HeatTable, { place, profession }: ChosenCell) =>
  (place === null || table.places.includes(place.code)) &&
  (profession === null || table.professions.includes(profession));

function sumsOf(table: HeatTable, { place, profession }: ChosenCell): Sums {
  if (place === null) return profession === null ? table.whole : table.ofProfession(profession);
  return profession === null ? table.ofPlace(place.code) : table.cell(place.code, profession);
}

function wordsOf({ place, profession }: ChosenCell, by: Balance['by']): string {
  const where = place === null ? FR_BALANCE.all : longPlace(place.code, by);
  return profession === null
    ? where
    : `${professionLabel(profession)}, ${where.toLowerCase() === 'ensemble' ? where.toLowerCase() : where}`;
}

function BalanceMap({ table, cell }: { readonly table: HeatTable; readonly cell: ChosenCell }) {
  const figures = AGENCIES.map(({ code, regionCode, label }) => {
    const sums = cell.profession === null ? table.ofPlace(code) : table.cell(code, cell.profession);
    const level = levelOf(sums);
    return {
      code: regionCode,
      level,
      figure: sums.posts === 0 ? '' : FR_BALANCE.tensionWords(sums.tension),
      words: FR_BALANCE.mapWords(label, FR_BALANCE.levels[level] ?? '', FR_BALANCE.cell(sums.posts, sums.free)),
      selected: cell.place?.code === code,
    };
  });
  return <RegionMap label={FR_BALANCE.map} figures={figures} height="100%" />;
}

interface CellDetailProps {
  readonly what: string;
  readonly sums: Sums;
  onMissions(): void;
  onCandidates(): void;
}

function CellDetail({ what, sums, onMissions, onCandidates }: CellDetailProps) {
  const level = levelOf(sums);
  return (
    <section className="dk-balance-part dk-balance-cell" aria-label={FR_BALANCE.detail} aria-live="polite">
      <h2>{what}</h2>
      <div>
        <span className="dk-legend-mark" data-level={level} aria-hidden="true" />
        <strong>{FR_BALANCE.levels[level]}</strong>
        {sums.posts > 0 && ` · ${FR_BALANCE.measures['tension']} ${FR_BALANCE.tensionWords(sums.tension)}`}
      </div>
      <div>{FR_BALANCE.cell(sums.posts, sums.free)}</div>
      <div className="dk-quiet">
        {FR_BALANCE.missions(sums.missions)} · {FR_BALANCE.engaged(sums.engaged)}
      </div>
      <div className="dk-balance-acts">
        <Button size="compact-sm" onClick={onMissions}>
          {FR_BALANCE.openMissions}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCandidates}>
          {FR_BALANCE.openCandidates}
        </Button>
      </div>
    </section>
  );
}
