import { useEffect, useRef, useState } from 'react';
import type { TablePage, TableRow } from '../../contract/app/table-query.ts';
import { useDesk } from '../data/desk-context.ts';
import type { Live } from '../data/use-live.ts';
import { useLive } from '../data/use-live.ts';
import { FR } from '../text/fr.ts';
import { asTsv } from './as-tsv.ts';
import type { Chosen } from './chosen.ts';
import { NOTHING_CHOSEN, targetsOf } from './chosen.ts';
import type { ChosenSet } from './chosen-set.ts';
import type { ColumnView } from './column-view.ts';
import type { TableSource } from './table-source.ts';
import type { TableState } from './table-state.ts';
import { queryOf } from './table-state.ts';

/** A table at work: its page, what is chosen of it, and what can be asked of all that it finds. */
export interface DeskTableModel {
  readonly source: TableSource;
  readonly columns: readonly ColumnView[];
  readonly shown: readonly ColumnView[];
  readonly state: TableState;
  change(next: (before: TableState) => TableState): void;
  readonly page: Live<TablePage>;
  readonly rows: readonly TableRow[];
  readonly chosen: Chosen;
  choose(next: Chosen): void;
  chooseAll(): void;
  /** Does the work for the chosen rows, else for the one looked at; waits for "all" while it is being asked. */
  forTargets(looked: string | null, work: (targets: ChosenSet) => void): void;
  /** The chosen rows of the page, else all of it, as a spreadsheet takes them. */
  copy(): void;
  /** What came of the last copy; empty once it was read. */
  readonly told: string;
}

/** How long a line stays that nobody closes. */
const TOLD_MS = 8_000;

export function useDeskTable(
  source: TableSource,
  columns: readonly ColumnView[],
  state: TableState,
  change: (next: (before: TableState) => TableState) => void,
): DeskTableModel {
  const { client } = useDesk();
  const [chosen, choose] = useState<Chosen>(NOTHING_CHOSEN);
  const [told, tell] = useState('');
  /** The answer to the newest "all" that was asked. */
  const asked = useRef<Promise<ChosenSet | null>>(Promise.resolve(null));
  const query = queryOf(state);
  const page = useLive(`${source.key} ${JSON.stringify(query)}`, (desk) => source.page(desk, query), source.topics);
  const rows = page.value?.rows ?? [];
  const shown = state.order
    .filter((name) => !state.hidden.includes(name))
    .flatMap((name) => columns.find((column) => column.name === name) ?? []);
  const chooseAll = () => {
    choose({ ...NOTHING_CHOSEN, asking: true });
    asked.current = source.choose(client, { ...query, offset: 0, limit: 0 }).then(
      (set) => {
        choose(
          set.type === 'ids'
            ? { ids: new Set(set.ids), all: null }
            : { ids: new Set(), all: { handle: set.handle, count: set.count } },
        );
        return set;
      },
      () => {
        choose(NOTHING_CHOSEN);
        return null;
      },
    );
  };
  const forTargets = (looked: string | null, work: (targets: ChosenSet) => void) => {
    if (chosen.asking === true) {
      void asked.current.then((set) => set !== null && work(set));
      return;
    }
    const targets = targetsOf(chosen, looked);
    if (targets !== null) work(targets);
  };
  const copy = () => {
    const wanted = chosen.ids.size === 0 ? rows : rows.filter((row) => chosen.ids.has(String(row['id'])));
    navigator.clipboard.writeText(asTsv(shown, wanted)).then(
      () => tell(FR.table.copied(wanted.length)),
      () => tell(FR.table.notCopied),
    );
  };
  useEffect(() => {
    if (told === '') return;
    const timer = setTimeout(() => tell(''), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);
  return { source, columns, shown, state, change, page, rows, chosen, choose, chooseAll, forTargets, copy, told };
}
