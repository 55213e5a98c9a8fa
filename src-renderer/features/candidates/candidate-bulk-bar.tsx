import { Button } from '@mantine/core';
import { useDecisions } from '../../decisions/decision-context.ts';
import { ReadOnlyMark } from '../../decisions/read-only-mark.tsx';
import { ChoiceZone } from '../../tables/choice-zone.tsx';
import { countOf } from '../../tables/chosen.ts';
import type { DeskTableModel } from '../../tables/use-desk-table.ts';
import { FR } from '../../text/fr.ts';
import { CANDIDATE_ACTS } from './candidate-acts.ts';
import type { CandidateGestures } from './use-candidate-gestures.ts';

interface CandidateBulkBarProps {
  readonly table: DeskTableModel;
  readonly gestures: CandidateGestures;
}

/** What to do with the chosen people, singly and in bulk through the same preview. */
export function CandidateBulkBar({ table, gestures }: CandidateBulkBarProps) {
  const count = countOf(table.chosen);
  const { readOnly } = useDecisions();
  return (
    <div
      className={count > 0 ? 'dk-bar dk-one-line dk-bulk' : 'dk-bar dk-one-line'}
      role="toolbar"
      aria-label={FR.act.more}
    >
      <ChoiceZone table={table} words={FR.blocked.chosen} />
      <ReadOnlyMark why={readOnly} />
      {(readOnly === null ? CANDIDATE_ACTS : []).map((act) => (
        <Button
          key={act.label}
          size="compact-sm"
          variant="default"
          disabled={!gestures.may(act)}
          title={act.key === null ? act.title : `${act.title} (${act.key.toUpperCase()})`}
          {...(act.key === null ? {} : { 'aria-keyshortcuts': act.key })}
          onClick={() => gestures.act(act)}
        >
          {act.label}
        </Button>
      ))}
    </div>
  );
}
