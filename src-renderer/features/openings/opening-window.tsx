import { Button } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { OPENING_TABLE_COLUMNS } from '../../../contract/app/nation-columns.ts';
import type { OpeningVariant } from '../../../contract/app/simulation-shapes.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { Right } from '../../../contract/domain/right.ts';
import { useDesk } from '../../data/desk-context.ts';
import { holdsRight } from '../../data/holds-right.ts';
import { RightGate } from '../../data/right-gate.tsx';
import { useSyncState } from '../../data/use-sync-state.ts';
import type { TableAct } from '../../decisions/act-bar.tsx';
import { ActBar } from '../../decisions/act-bar.tsx';
import { draftOf } from '../../decisions/decision-draft.ts';
import { countOf } from '../../tables/chosen.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { firstState } from '../../tables/first-state.ts';
import { listSource } from '../../tables/list-source.ts';
import type { TableState } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR_NATION } from '../../text/fr-nation.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import { OPENING_COLUMNS } from './opening-columns.tsx';
import { OpeningPanel } from './opening-panel.tsx';
import type { OpeningWindowState } from './opening-window-state.ts';
import { firstVariant, readOpeningWindowState } from './opening-window-state.ts';
import { SimulationView } from './simulation-view.tsx';
import { todayHere } from './today-here.ts';

const words = FR_NATION.openings;
const FIRST = firstState(OPENING_COLUMNS, [{ column: 'createdAt', descending: true }]);
const GROUPS = ['state', 'side', 'receiver', 'authorName'];
const SOURCE = listSource('openings', ['regulation', 'proposals', 'outbox'], OPENING_TABLE_COLUMNS, (client) =>
  client.nation.openings(),
);
const nameOf = (row: TableRow) => `${row['lenders']} → ${row['receiver']}`;

/** UX 4: openings of pools, their use, and what each waits for; the CCS simulates before it opens (F108, D6). */
export function OpeningWindow({ kept }: { readonly kept: string | null }) {
  return (
    <RightGate right="see-missions">
      <Openings kept={kept} />
    </RightGate>
  );
}

function Openings({ kept }: { readonly kept: string | null }) {
  const [state, setState] = useRemembered<OpeningWindowState>(kept, (text) =>
    readOpeningWindowState(text, FIRST, todayHere()),
  );
  const set = useCallback(
    (patch: Partial<OpeningWindowState>) => setState((before) => ({ ...before, ...patch })),
    [setState],
  );
  /** Without terms: those filled in last, else the first ones. */
  const simulate = useCallback(
    (terms: OpeningVariant | null) =>
      setState((before) => ({
        ...before,
        variants: terms === null ? (before.variants ?? [firstVariant(todayHere(), 1)]) : [terms],
        simulating: true,
      })),
    [setState],
  );
  if (!state.simulating || state.variants === null)
    return <OpeningList state={state} setState={setState} onSimulate={simulate} />;
  return (
    <SimulationView
      variants={state.variants}
      onChange={(variants) => set({ variants })}
      onBack={() => set({ simulating: false })}
      onStartAgain={() => set({ variants: [firstVariant(todayHere(), state.variants?.[0]?.receiverAgency ?? 1)] })}
    />
  );
}

interface OpeningListProps {
  readonly state: OpeningWindowState;
  setState(next: (before: OpeningWindowState) => OpeningWindowState): void;
  onSimulate(variant: OpeningVariant | null): void;
}

function OpeningList({ state, setState, onSimulate }: OpeningListProps) {
  const { client } = useDesk();
  const person = useSyncState().value?.person ?? null;
  const changeTable = useCallback(
    (next: (before: TableState) => TableState) => setState((before) => ({ ...before, table: next(before.table) })),
    [setState],
  );
  const table = useDeskTable(SOURCE, OPENING_COLUMNS, state.table, changeTable);
  const { rows, chosen } = table;
  const first = rows[0]?.['id'];
  const isHere = state.looked !== null && rows.some((row) => row['id'] === state.looked);
  const looked = isHere ? state.looked : first === undefined ? null : String(first);
  const look = useCallback((id: string) => setState((before) => ({ ...before, looked: id })), [setState]);
  const again = useCallback(
    async (id: string) => {
      const { terms } = await client.nation.opening({ id });
      onSimulate(terms as OpeningVariant);
    },
    [client, onSimulate],
  );
  const acts = useMemo(() => {
    const shown = rows.filter((row) =>
      chosen.ids.size === 0 ? row['id'] === looked : chosen.ids.has(String(row['id'])),
    );
    return actsOf({ may: (right) => holdsRight(person, right), shown, onSimulate, again });
  }, [rows, chosen, looked, person, onSimulate, again]);
  const waiting = rows.filter((row) => row['awaits'] !== null).length;
  const isNational = holdsRight(person, 'open-pools');
  return (
    <>
      <div className="dk-column">
        <TableToolbar table={table} window="openings" first={FIRST} title={words.title} groups={GROUPS} />
        {waiting > 0 && (
          <div className="dk-banner" data-tone="warning" role="status">
            {words.waitingForYou(waiting)}
          </div>
        )}
        <ActBar table={table} looked={looked} about={words.chosen(countOf(chosen))} acts={acts} />
        <DeskTable
          table={table}
          label={words.label}
          nameOf={nameOf}
          looked={looked}
          onLook={look}
          onOpen={look}
          empty={() => (
            <StatePanel
              title={words.none}
              action={isNational && <Button onClick={() => onSimulate(null)}>{words.acts.simulate}</Button>}
            >
              {isNational ? words.noneNational : words.noneRegion}
            </StatePanel>
          )}
        />
      </div>
      <OpeningPanel id={looked} />
    </>
  );
}

interface ActGround {
  may(right: Right): boolean;
  readonly shown: readonly TableRow[];
  onSimulate(variant: OpeningVariant | null): void;
  again(id: string): Promise<void>;
}

/** The CCS simulates, adjusts, closes, overrules; a lender's lead agrees or objects (DOMAIN §9). */
function actsOf({ may, shown, onSimulate, again }: ActGround): readonly TableAct[] {
  const one = shown[0];
  const some = (test: (row: TableRow) => boolean) => shown.some(test);
  const isOpen = (row: TableRow) => row['state'] !== 'closed';
  const fields = { ceiling: String(one?.['ceiling'] ?? ''), day: String(one?.['untilDate'] ?? '') };
  const ccs: readonly TableAct[] = [
    {
      ...{ key: 'o', label: words.acts.simulate, enabled: true, isMain: true },
      run: () => onSimulate(null),
    },
    {
      ...{ key: 'a', label: words.acts.adjust, enabled: some(isOpen) },
      draft: draftOf('adjust-opening', shown.length === 1 ? fields : {}),
    },
    { key: 'f', label: words.acts.close, enabled: some(isOpen), draft: draftOf('close-opening') },
    {
      ...{ key: 'r', label: words.acts.another, enabled: one !== undefined },
      run: () => void again(String(one?.['id'])).catch(() => undefined),
    },
  ];
  const overrule: TableAct = {
    ...{ key: 'e', label: words.acts.overrule, draft: draftOf('overrule-objection') },
    enabled: some((row) => row['awaits'] === 'overrule'),
  };
  const lender: readonly TableAct[] = [
    {
      ...{ key: 'c', label: words.acts.agree, isMain: true, draft: draftOf('agree-to-opening') },
      enabled: some((row) => row['awaits'] === 'agree'),
    },
    {
      ...{ key: 'n', label: words.acts.object, draft: draftOf('object-to-opening') },
      enabled: some((row) => row['side'] === 'lends' && row['objection'] === 'possible'),
    },
  ];
  return [
    ...(may('open-pools') ? ccs : []),
    ...(may('overrule-objection') ? [overrule] : []),
    ...(may('object-to-opening') ? lender : []),
  ];
}
