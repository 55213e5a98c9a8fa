import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCallback, useMemo, useState } from 'react';
import { IMPORT_TABLE_COLUMNS } from '../../../contract/app/account-columns.ts';
import type { ImportSummary } from '../../../contract/app/accounts-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { holdsRight } from '../../data/holds-right.ts';
import { LiveView } from '../../data/live-view.tsx';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { ActBar } from '../../decisions/act-bar.tsx';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { countOf } from '../../tables/chosen.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { listSource } from '../../tables/list-source.ts';
import type { TableState } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { FR_ACCOUNTS } from '../../text/fr-accounts.ts';
import { FR_STATES } from '../../text/fr-states.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import type { AccountWindowState } from './account-window-state.ts';
import { IMPORT_COLUMNS } from './import-columns.tsx';
import { LinePanel } from './line-panel.tsx';
import { OpenSheet } from './open-sheet.tsx';

const words = FR_ACCOUNTS.import;
const GROUPS = ['verdict', 'agency', 'type'];
const TOPICS = ['regulation', 'outbox'] as const;
/** A decision names at most so many rows at once. */
const MOST_SENT = 1_000;
const nameOf = (row: TableRow) => `${words.line(Number(row['line']))}, ${row['name']}`;

interface ImportViewProps {
  readonly state: AccountWindowState;
  setState(next: (before: AccountWindowState) => AccountWindowState): void;
  readonly first: TableState;
  readonly tabs: ReactNode;
}

/** The spreadsheet of annex 2: chosen, read here, reported line by line, corrected, then sent (F42, F116-F120). */
export function ImportView(props: ImportViewProps) {
  const person = useSyncState().value?.person ?? null;
  const current = useLive(
    'import current',
    async (client) => ({ held: await client.accounts.imports.current() }),
    TOPICS,
  );
  const held = current.value?.held ?? null;
  if (person !== null && !holdsRight(person, 'import-accounts')) {
    return (
      <Head {...props}>
        <StatePanel title={FR_STATES.noRight}>{FR_STATES.noRightAdvice}</StatePanel>
      </Head>
    );
  }
  if (held !== null) return <Lines key={held.importId} {...props} held={held} />;
  return (
    <Head {...props}>
      <LiveView live={current} question="import current">
        {() => <OpenSheet />}
      </LiveView>
    </Head>
  );
}

function Head({ tabs, children }: ImportViewProps & { readonly children: ReactNode }) {
  return (
    <div className="dk-column">
      <div className="dk-bar">
        <h1>{FR_ACCOUNTS.title}</h1>
        {tabs}
      </div>
      {children}
    </div>
  );
}

function Lines({ state, setState, first, tabs, held }: ImportViewProps & { readonly held: ImportSummary }) {
  const { importId, fileName, counts } = held;
  const { decide, readOnly } = useDecisions();
  const { run } = useAct();
  const [looked, setLooked] = useState<string | null>(null);
  const change = useCallback(
    (next: (before: TableState) => TableState) => setState((before) => ({ ...before, lines: next(before.lines) })),
    [setState],
  );
  const source = useMemo(
    () =>
      listSource(`import ${importId}`, TOPICS, IMPORT_TABLE_COLUMNS, (client) =>
        client.accounts.imports.rows({ importId }),
      ),
    [importId],
  );
  const table = useDeskTable(source, IMPORT_COLUMNS, state.lines, change);
  const { rows, chosen } = table;
  const firstId = rows[0]?.['id'];
  const isHere = looked !== null && rows.some((row) => row['id'] === looked);
  const shown = isHere ? looked : firstId === undefined ? null : String(firstId);
  const draft = useMemo(() => draftOf('import-accounts', { import: importId }), [importId]);
  const acts = useMemo(() => [{ key: 'e', label: words.send, enabled: true, draft }], [draft]);
  const sendAll = async () => {
    const all = await run((client) => client.accounts.imports.rows({ importId }));
    const ids = all?.rows.filter((row) => row['verdict'] === 'valid').map((row) => String(row['id'])) ?? [];
    if (ids.length > 0) decide(draft, { type: 'ids', ids: ids.slice(0, MOST_SENT) });
  };
  const said = (['valid', 'known', 'invalid', 'sent', 'accepted', 'refused'] as const)
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => words.counts[verdict](counts[verdict]));
  return (
    <>
      <div className="dk-column">
        <TableToolbar table={table} window="accounts" first={first} title={FR_ACCOUNTS.title} groups={GROUPS}>
          {tabs}
        </TableToolbar>
        <div className="dk-banner" data-tone={counts.invalid + counts.refused > 0 ? 'warning' : 'info'} role="status">
          <span>
            <strong>{words.summary(fileName, held.lines)}</strong> : {said.join(', ')}.
          </span>
          <span className="dk-grow" />
          <Button size="compact-sm" disabled={counts.valid === 0 || readOnly !== null} onClick={() => void sendAll()}>
            {words.sendAll(Math.min(counts.valid, MOST_SENT))}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void run((client) => client.accounts.imports.forget({ importId }))}
          >
            {words.another}
          </Button>
        </div>
        <ActBar table={table} looked={shown} about={words.chosen(countOf(chosen))} acts={acts} />
        <DeskTable
          table={table}
          label={words.label}
          nameOf={nameOf}
          looked={shown}
          onLook={setLooked}
          onOpen={setLooked}
          empty={() => <StatePanel title={words.none} />}
        />
      </div>
      <LinePanel importId={importId} rowId={shown} />
    </>
  );
}
