import { useEffect, useRef } from 'react';
import { useLive } from '../data/use-live.ts';
import { useSelection } from '../data/use-selection.ts';
import type { Chosen } from './chosen.ts';
import { NOTHING_CHOSEN, targetsOf } from './chosen.ts';
import type { ChosenSet } from './chosen-set.ts';
import type { DeskTableModel } from './use-desk-table.ts';

const NOBODY: ReadonlySet<string> = new Set();
const keyOf = (set: ChosenSet | null) => JSON.stringify(set);

function chosenOf(set: ChosenSet | null): Chosen {
  if (set === null) return NOTHING_CHOSEN;
  if (set.type === 'ids') return { ids: new Set(set.ids), all: null };
  return { ids: new Set(), all: { handle: set.handle, count: set.count, members: NOBODY } };
}

/**
 * Makes what is chosen in a table of candidates one with what is chosen in the other windows: a lasso on the map marks
 * rows here, and rows marked here are what the map decides about.
 */
export function useSharedChoice(table: DeskTableModel): void {
  const { selection, change, latest } = useSelection();
  const { chosen, choose, rows } = table;
  const shared = selection.chosen?.kind === 'candidate' ? (selection.chosen.set as ChosenSet) : null;
  const own = targetsOf(chosen, null);
  const [sharedKey, ownKey] = [keyOf(shared), keyOf(own)];
  const known = useRef<string>(keyOf(null));
  /** Said by this window and not heard back yet: an echo must not undo what was chosen since. */
  const said = useRef<readonly string[]>([]);
  const isFirst = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys are the sets
  useEffect(() => {
    const at = said.current.indexOf(sharedKey);
    if (at >= 0) {
      said.current = said.current.slice(at + 1);
      return;
    }
    if (sharedKey === known.current) return;
    known.current = sharedKey;
    choose(chosenOf(shared));
  }, [sharedKey]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys are the sets
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    if (ownKey === known.current) return;
    known.current = ownKey;
    said.current = [...said.current, ownKey];
    change({ subject: latest().subject, chosen: own === null ? null : { kind: 'candidate', set: own } });
  }, [ownKey]);

  // A set too large to be named: the engine says which rows of the page it holds.
  const { all } = chosen;
  const ids = rows.map((row) => String(row['id']));
  const asked = all?.members === undefined ? null : `among ${all.handle} ${ids.join(' ')}`;
  const held = useLive(
    asked,
    (client) => client.map.among({ set: { type: 'handle', handle: all?.handle ?? '', count: all?.count ?? 0 }, ids }),
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question holds the set and the page
  useEffect(() => {
    if (all === null || held.value === null || held.answers !== asked) return;
    choose({ ids: new Set(), all: { ...all, members: new Set(held.value.ids) } });
  }, [held.value, asked]);
}
