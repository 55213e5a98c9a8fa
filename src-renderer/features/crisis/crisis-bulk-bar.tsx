import { Button } from '@mantine/core';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { ReadOnlyMark } from '../../decisions/read-only-mark.tsx';
import { ChoiceZone } from '../../tables/choice-zone.tsx';
import type { DeskTableModel } from '../../tables/use-desk-table.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import type { CrisisLine } from './crisis-rows.ts';
import { chosenLines } from './crisis-rows.ts';

interface CrisisBulkBarProps {
  readonly table: DeskTableModel;
  readonly lines: readonly CrisisLine[];
  /** Why the person switches none of the chosen ones; null when they may. */
  readonly refusal: string | null;
}

const NO_TARGET = { type: 'ids' as const, ids: [] };

/** Several lines at once: the preview says line by line what a switch does, and which are so already. */
export function CrisisBulkBar({ table, lines, refusal }: CrisisBulkBarProps) {
  const { decide, readOnly } = useDecisions();
  const { chosen } = table;
  const picked = chosenLines(lines, chosen.ids);
  const off = readOnly !== null || refusal !== null || picked.length === 0;
  const change = (active: 'yes' | 'no') =>
    decide(
      {
        ...draftOf('switch-crisis-modes', { active }),
        lines: picked.map(({ agency, profession }) => ({ agency, profession })),
      },
      NO_TARGET,
    );
  return (
    <div className={picked.length > 0 ? 'dk-bar dk-bulk' : 'dk-bar'} role="toolbar" aria-label={FR.act.more}>
      <strong>{FR_WINDOWS.crisis.activeLines(lines.filter(({ active }) => active).length)}</strong>
      <ChoiceZone table={table} words={FR_WINDOWS.crisis.chosenLines} />
      <ReadOnlyMark why={readOnly} />
      <Button size="compact-sm" variant="default" disabled={off} onClick={() => change('yes')}>
        {FR.crisis.switchOn}
      </Button>
      <Button size="compact-sm" variant="default" disabled={off} onClick={() => change('no')}>
        {FR.crisis.switchOff}
      </Button>
      <span className="dk-quiet">{picked.length > 0 && refusal !== null ? refusal : FR_WINDOWS.crisis.intro}</span>
    </div>
  );
}
