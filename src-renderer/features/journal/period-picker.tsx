import { Group, NativeSelect } from '@mantine/core';
import { DateField } from '../../forms/date-field.tsx';
import { FR_JOURNAL } from '../../text/fr-journal.ts';
import type { JournalWindowState, Period } from './journal-window-state.ts';
import { PERIODS } from './journal-window-state.ts';

const { period: words } = FR_JOURNAL;

interface PeriodPickerProps {
  readonly state: JournalWindowState;
  onChange(patch: Partial<JournalWindowState>): void;
}

/** How far back the journal is read. */
export function PeriodPicker({ state, onChange }: PeriodPickerProps) {
  return (
    <Group gap={6} wrap="nowrap" align="center">
      <NativeSelect
        size="xs"
        w={150}
        aria-label={words.label}
        value={state.period}
        data={PERIODS.map((value) => ({ value, label: words[value] }))}
        onChange={({ currentTarget: { value } }) => {
          const period = PERIODS.find((one): one is Period => one === value) ?? 'week';
          onChange({ period });
        }}
      />
      {state.period === 'dates' && (
        <>
          <DateField
            isLabelHidden
            width={150}
            label={words.from}
            value={state.from}
            onChange={(from) => onChange({ from })}
          />
          <DateField
            isLabelHidden
            width={150}
            label={words.until}
            value={state.until}
            onChange={(until) => onChange({ until })}
          />
        </>
      )}
    </Group>
  );
}
