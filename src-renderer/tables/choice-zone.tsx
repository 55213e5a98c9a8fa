import { Button } from '@mantine/core';
import { FR } from '../text/fr.ts';
import { countOf, NOTHING_CHOSEN } from './chosen.ts';
import type { DeskTableModel } from './use-desk-table.ts';

interface ChoiceZoneProps {
  readonly table: DeskTableModel;
  /** How many are chosen, in the words of what they are. */
  words(count: number): string;
}

/** At the head of a bar of gestures: how many rows they are about, and the ways to choose all or none. */
export function ChoiceZone({ table, words }: ChoiceZoneProps) {
  const { chosen, choose, chooseAll, page } = table;
  const count = countOf(chosen);
  const total = page.value?.total ?? 0;
  const mayChooseAll = chosen.all === null && total > 0 && count < total;
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}>
      <strong className={count === 0 ? 'dk-visually-hidden' : 'dk-number dk-no-wrap'} aria-live="polite">
        {words(count)}
      </strong>
      {count > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={FR.table.clearChoice}
          title={FR.table.clearChoice}
          onClick={() => choose(NOTHING_CHOSEN)}
        >
          ✕
        </Button>
      )}
      {mayChooseAll && (
        <Button size="compact-sm" variant="default" loading={chosen.asking === true} onClick={chooseAll}>
          {FR.table.chooseAll(total)}
        </Button>
      )}
    </span>
  );
}
