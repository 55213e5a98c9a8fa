import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCallback, useMemo } from 'react';
import { FOLLOW_UP_DAYS, RETURN_TABLE_COLUMNS } from '../../../contract/app/follow-up-columns.ts';
import type { TableFilter } from '../../../contract/app/table-query.ts';
import { addDays } from '../../../contract/domain/civil-date.ts';
import { RightGate } from '../../data/right-gate.tsx';
import { useLive } from '../../data/use-live.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { firstState } from '../../tables/first-state.ts';
import { listSource } from '../../tables/list-source.ts';
import type { TableState } from '../../tables/table-state.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR_FOLLOW_UP } from '../../text/fr-follow-up.ts';
import { BlockedList, FIRST_BLOCKED } from './blocked-window.tsx';
import { availabilityActs, verifyActs } from './follow-up-acts.ts';
import { EXPIRING_COLUMNS, RETURN_COLUMNS, VERIFY_COLUMNS } from './follow-up-columns.tsx';
import type { FollowUpList, FollowUpTables, FollowUpWindowState } from './follow-up-window-state.ts';
import { FOLLOW_UP_LISTS, readFollowUpWindowState } from './follow-up-window-state.ts';
import { narrowedSource } from './narrowed-source.ts';
import { PeopleList } from './people-list.tsx';

const FIRST: FollowUpTables = {
  verify: firstState(VERIFY_COLUMNS, [{ column: 'number', descending: false }]),
  blocked: FIRST_BLOCKED,
  expiring: firstState(EXPIRING_COLUMNS, [{ column: 'endDate', descending: false }]),
  returns: firstState(RETURN_COLUMNS, [{ column: 'days', descending: false }]),
};
const TO_VERIFY = narrowedSource('follow-up verify', [
  { type: 'among', column: 'verification', values: ['to-verify'] },
]);
const FREE: TableFilter = { type: 'among', column: 'status', values: ['DISPONIBLE', 'EN COURS'] };
const RETURN_TOPICS = ['proposals', 'candidates', 'outbox'] as const;

interface FollowUpWindowProps {
  readonly kept: string | null;
  /** The candidates' own sheet of a person. */
  card(id: string | null): ReactNode;
}

/** UX 6: volunteers to verify, blocked, soon gone, back from a mission (D1; F76-F79). */
export function FollowUpWindow(props: FollowUpWindowProps) {
  return (
    <RightGate right="see-candidates">
      <Followed {...props} />
    </RightGate>
  );
}

interface ListProps {
  readonly state: FollowUpWindowState;
  setTable(next: (before: TableState) => TableState): void;
  readonly tabs: ReactNode;
  card(id: string | null): ReactNode;
}

function Followed({ kept, card }: FollowUpWindowProps) {
  const [state, setState] = useRemembered(kept, (text) => readFollowUpWindowState(text, FIRST));
  const { list } = state;
  const setTable = useCallback(
    (next: (before: TableState) => TableState) => setState((before) => ({ ...before, [list]: next(before[list]) })),
    [setState, list],
  );
  const tabs = (
    <>
      <SegmentedControl
        aria-label={FR_FOLLOW_UP.tabsLabel}
        value={list}
        data={FOLLOW_UP_LISTS.map((value) => ({ value, label: FR_FOLLOW_UP.tabs[value] ?? value }))}
        onChange={(value) =>
          setState((before) => ({ ...before, list: FOLLOW_UP_LISTS.find((one) => one === value) ?? 'verify' }))
        }
      />
      {(list === 'expiring' || list === 'returns') && (
        <SegmentedControl
          aria-label={FR_FOLLOW_UP.daysLabel}
          value={String(state.days)}
          data={FOLLOW_UP_DAYS.map((days) => ({ value: String(days), label: FR_FOLLOW_UP.days(days) }))}
          onChange={(value) =>
            setState((before) => ({
              ...before,
              days: FOLLOW_UP_DAYS.find((days) => String(days) === value) ?? before.days,
            }))
          }
        />
      )}
    </>
  );
  const List = LISTS[list];
  return <List key={list} state={state} setTable={setTable} tabs={tabs} card={card} />;
}

function ToVerify({ state, setTable, tabs, card }: ListProps) {
  const person = useSyncState().value?.person ?? null;
  const acts = useMemo(() => verifyActs(person), [person]);
  return (
    <PeopleList
      source={TO_VERIFY}
      columns={VERIFY_COLUMNS}
      state={state.verify}
      setState={setTable}
      first={FIRST.verify}
      groups={['profession', 'departement', 'identifierKind']}
      acts={acts}
      words={FR_FOLLOW_UP.verify}
      intro={FR_FOLLOW_UP.verify.intro}
      tabs={tabs}
      card={card}
    />
  );
}

function Blocked({ state, setTable, tabs }: ListProps) {
  return (
    <BlockedList state={state.blocked} setState={setTable} title={FR_FOLLOW_UP.title} window="follow-up" tabs={tabs} />
  );
}

/** The day where the person works is the engine's to say. */
function useReturns(days: number) {
  return useLive(`returns ${days}`, (client) => client.followUp.returns({ days }), RETURN_TOPICS);
}

function Expiring({ state, setTable, tabs, card }: ListProps) {
  const person = useSyncState().value?.person ?? null;
  const acts = useMemo(() => availabilityActs(person), [person]);
  const today = useReturns(state.days).value?.today ?? null;
  const to = today === null ? null : addDays(today, state.days);
  const source = useMemo(
    () =>
      narrowedSource(`follow-up expiring ${today} ${to}`, [
        FREE,
        { type: 'between', column: 'endDate', from: today, to },
      ]),
    [today, to],
  );
  return (
    <PeopleList
      source={source}
      columns={EXPIRING_COLUMNS}
      state={state.expiring}
      setState={setTable}
      first={FIRST.expiring}
      groups={['profession', 'departement', 'status']}
      acts={acts}
      words={FR_FOLLOW_UP.expiring}
      intro={today === null || to === null ? '' : FR_FOLLOW_UP.expiring.intro(today, to)}
      tabs={tabs}
      card={card}
    />
  );
}

function Returns({ state, setTable, tabs, card }: ListProps) {
  const person = useSyncState().value?.person ?? null;
  const acts = useMemo(() => availabilityActs(person), [person]);
  const { days } = state;
  const source = useMemo(
    () =>
      listSource(`follow-up returns ${days}`, RETURN_TOPICS, RETURN_TABLE_COLUMNS, (client) =>
        client.followUp.returns({ days }),
      ),
    [days],
  );
  const rows = useReturns(days).value?.rows ?? [];
  const count = (situation: string) => rows.filter((row) => row['situation'] === situation).length;
  return (
    <PeopleList
      source={source}
      columns={RETURN_COLUMNS}
      state={state.returns}
      setState={setTable}
      first={FIRST.returns}
      groups={['situation', 'profession', 'departement', 'establishmentName']}
      acts={acts}
      words={FR_FOLLOW_UP.returns}
      intro={FR_FOLLOW_UP.returns.intro(count('ending'), count('returned'))}
      tabs={tabs}
      card={card}
    />
  );
}

const LISTS: Readonly<Record<FollowUpList, (props: ListProps) => ReactNode>> = {
  verify: ToVerify,
  blocked: Blocked,
  expiring: Expiring,
  returns: Returns,
};
