import { Button } from '@mantine/core';
import { useCallback, useEffect } from 'react';
import { useDecisions } from '../../decisions/decision-context.ts';
import type { DecisionDraft } from '../../decisions/decision-draft.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { ReadOnlyMark } from '../../decisions/read-only-mark.tsx';
import { ChoiceZone } from '../../tables/choice-zone.tsx';
import { countOf, targetsOf } from '../../tables/chosen.ts';
import type { DeskTableModel } from '../../tables/use-desk-table.ts';
import { FR } from '../../text/fr.ts';
import { isTyping } from '../../ui/is-typing.ts';

/** By key: the establishment is reminded, the person freed, the proposal taken back. */
const ACTS: readonly { readonly key: string; readonly label: string; readonly draft: DecisionDraft }[] = [
  { key: 'e', label: FR.act.remind, draft: draftOf('remind') },
  { key: 'l', label: FR.act.release, draft: draftOf('release', { release: 'blocked-too-long' }) },
  { key: 't', label: FR.act.withdraw, draft: draftOf('withdraw-proposal') },
];

/** E remind, L release with a reason, T take a proposal back: singly and in bulk, through the same preview. */
export function BlockedBulkBar({ table, looked }: { readonly table: DeskTableModel; readonly looked: string | null }) {
  const { decide, readOnly } = useDecisions();
  const { chosen, forTargets } = table;
  const count = countOf(chosen);
  const targets = targetsOf(chosen, looked);
  const act = useCallback(
    (draft: DecisionDraft) => forTargets(looked, (set) => decide(draft, set)),
    [forTargets, looked, decide],
  );
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const known = ACTS.find(({ key }) => key === event.key.toLowerCase());
      if (known === undefined) return;
      event.preventDefault();
      act(known.draft);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [act]);
  return (
    <div className={count > 0 ? 'dk-bar dk-bulk' : 'dk-bar'} role="toolbar" aria-label={FR.act.more}>
      <ChoiceZone table={table} words={FR.blocked.chosen} />
      <ReadOnlyMark why={readOnly} />
      {(readOnly === null ? ACTS : []).map(({ key, label, draft }) => (
        <Button
          key={key}
          size="compact-sm"
          variant="default"
          disabled={targets === null}
          title={`${label} (${key.toUpperCase()})`}
          aria-keyshortcuts={key}
          onClick={() => act(draft)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
