import type { ReactNode } from 'react';
import { useCallback } from 'react';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { useDesk } from '../../data/desk-context.ts';
import { useSelection } from '../../data/use-selection.ts';
import type { TableAct } from '../../decisions/act-bar.tsx';
import { ActBar } from '../../decisions/act-bar.tsx';
import { useDecisions } from '../../decisions/decision-context.ts';
import { ReadOnlyMark } from '../../decisions/read-only-mark.tsx';
import { countOf } from '../../tables/chosen.ts';
import type { ColumnView } from '../../tables/column-view.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import type { TableSource } from '../../tables/table-source.ts';
import type { TableState } from '../../tables/table-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { FR_FOLLOW_UP } from '../../text/fr-follow-up.ts';
import { professionLabel } from '../../text/labels.ts';
import { StatePanel } from '../../ui/state-panel.tsx';

const nameOf = (row: TableRow) =>
  `${row['firstName']} ${row['lastName']}, ${professionLabel(row['profession'] ?? null)}`;

interface PeopleListProps {
  readonly source: TableSource;
  readonly columns: readonly ColumnView[];
  readonly state: TableState;
  setState(next: (before: TableState) => TableState): void;
  readonly first: TableState;
  readonly groups: readonly string[];
  readonly acts: readonly TableAct[];
  readonly words: { readonly label: string; readonly none: string; readonly noneAdvice: string };
  /** What the list is for, and what it adds up to. */
  readonly intro: ReactNode;
  readonly tabs: ReactNode;
  /** The sheet of the person looked at. */
  card(id: string | null): ReactNode;
}

/** One list of people to follow: its gestures singly and in bulk, the sheet of the person looked at beside it. */
export function PeopleList(props: PeopleListProps) {
  const { source, columns, state, setState, first, groups, acts, words, intro, tabs, card } = props;
  const { client } = useDesk();
  const { readOnly } = useDecisions();
  const { selection, change: select } = useSelection();
  const table = useDeskTable(source, columns, state, setState);
  const { rows, chosen } = table;
  const subject = selection.subject?.kind === 'candidate' ? selection.subject.id : null;
  const isHere = subject !== null && rows.some((row) => row['id'] === subject);
  const firstId = rows[0]?.['id'];
  const looked = isHere ? subject : firstId === undefined ? null : String(firstId);
  const look = useCallback((id: string) => select({ subject: { kind: 'candidate', id }, chosen: null }), [select]);
  const open = useCallback(
    (id: string) => {
      look(id);
      client.windows.open({ window: 'candidates', subjectId: null }).catch(() => undefined);
    },
    [client, look],
  );
  return (
    <>
      <div className="dk-column">
        <TableToolbar table={table} window="follow-up" first={first} title={FR_FOLLOW_UP.title} groups={groups} />
        <div className="dk-bar">
          {tabs}
          <span className="dk-quiet" role="status">
            {intro}
          </span>
        </div>
        {acts.length > 0 ? (
          <ActBar table={table} looked={looked} about={FR_FOLLOW_UP.chosen(countOf(chosen))} acts={acts} />
        ) : (
          readOnly !== null && (
            <div className="dk-bar">
              <ReadOnlyMark why={readOnly} />
            </div>
          )
        )}
        <DeskTable
          table={table}
          label={words.label}
          nameOf={nameOf}
          looked={looked}
          onLook={look}
          onOpen={open}
          choosable={acts.length > 0}
          empty={() => <StatePanel title={words.none}>{words.noneAdvice}</StatePanel>}
        />
      </div>
      {card(looked)}
    </>
  );
}
