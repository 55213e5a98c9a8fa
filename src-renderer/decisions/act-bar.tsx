import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCallback, useEffect } from 'react';
import { useWindowActs } from '../data/use-window-acts.ts';
import { ChoiceZone } from '../tables/choice-zone.tsx';
import { countOf, targetsOf } from '../tables/chosen.ts';
import type { DeskTableModel } from '../tables/use-desk-table.ts';
import { FR } from '../text/fr.ts';
import { isTyping } from '../ui/is-typing.ts';
import { useDecisions } from './decision-context.ts';
import type { DecisionDraft } from './decision-draft.ts';
import { ReadOnlyMark } from './read-only-mark.tsx';

/** A gesture of a window on its chosen rows, else on the one looked at. */
export interface TableAct {
  readonly key: string;
  readonly label: string;
  /** False where the person has no right to it, or where it makes no sense for what is chosen. */
  readonly enabled: boolean;
  /** A decision over the chosen rows, or something else to do with the one looked at. */
  readonly draft?: DecisionDraft;
  /** After the commit of its decision. */
  readonly onCommitted?: (batchId: string) => void;
  readonly run?: () => void;
  /** Shown as the main one. */
  readonly isMain?: boolean;
}

interface ActBarProps {
  readonly table: DeskTableModel;
  readonly looked: string | null;
  /** « 3 alertes choisies ». */
  readonly about: string;
  readonly acts: readonly TableAct[];
  /** Said instead of a gesture, at the end. */
  readonly children?: ReactNode;
}

/** The gestures of a list, by button, by key, from the palette and the context menu: one preview for one row or for all. */
export function ActBar({ table, looked, about, acts, children }: ActBarProps) {
  const { decide, readOnly } = useDecisions();
  const { chosen } = table;
  const count = countOf(chosen);
  const targets = targetsOf(chosen, looked);
  const isOn = useCallback(
    ({ enabled, draft, run }: TableAct) =>
      enabled && (draft === undefined ? run !== undefined : readOnly === null && targets !== null),
    [readOnly, targets],
  );
  const act = useCallback(
    (one: TableAct) => {
      if (!isOn(one)) return;
      if (one.draft !== undefined && targets !== null) decide(one.draft, targets, one.onCommitted);
      else one.run?.();
    },
    [decide, isOn, targets],
  );
  useWindowActs({
    about,
    acts: acts.map((one) => ({ key: one.key, label: one.label, enabled: isOn(one), run: () => act(one) })),
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const known = acts.find(({ key }) => key === event.key.toLowerCase());
      if (known === undefined || !isOn(known)) return;
      event.preventDefault();
      act(known);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [acts, act, isOn]);
  return (
    <div
      className={count > 0 ? 'dk-bar dk-one-line dk-bulk' : 'dk-bar dk-one-line'}
      role="toolbar"
      aria-label={FR.act.more}
    >
      <ChoiceZone table={table} words={() => about} />
      <ReadOnlyMark why={readOnly} />
      {acts.map((one) => (
        <Button
          key={one.key}
          size="compact-sm"
          variant={one.isMain === true ? 'filled' : 'default'}
          disabled={!isOn(one)}
          title={`${one.label} (${one.key.toUpperCase()})`}
          aria-keyshortcuts={one.key}
          onClick={() => act(one)}
        >
          {one.label}
        </Button>
      ))}
      {children}
    </div>
  );
}
