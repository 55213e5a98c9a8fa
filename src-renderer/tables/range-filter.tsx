import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TableFilter } from '../../contract/app/table-query.ts';
import { isCivilDate } from '../../contract/domain/civil-date.ts';
import { DateField } from '../forms/date-field.tsx';
import { FR } from '../text/fr.ts';
import type { ColumnView } from './column-view.ts';

interface RangeFilterProps {
  readonly column: ColumnView;
  readonly filter: TableFilter | null;
  onChange(filter: TableFilter | null): void;
}

type Bound = string | number | null;

/** From and to, both kept; either may be missing. Its own bounds are shown: the table's come back a moment later. */
export function RangeFilter({ column, filter, onChange }: RangeFilterProps) {
  const [bounds, setBounds] = useState<{ readonly from: Bound; readonly to: Bound }>(
    filter?.type === 'between' ? filter : { from: null, to: null },
  );
  const change = (part: { readonly from?: Bound; readonly to?: Bound }) => {
    const { from, to } = { from: bounds.from, to: bounds.to, ...part };
    setBounds({ from, to });
    onChange(from === null && to === null ? null : { type: 'between', column: column.name, from, to });
  };
  const bound = (end: 'from' | 'to') =>
    column.type === 'day' ? (
      <DateField
        isInBox
        clearable
        label={FR.filter[end]}
        value={String(bounds[end] ?? '')}
        onChange={(day) => (day === '' || isCivilDate(day)) && change({ [end]: day === '' ? null : day })}
        data-autofocus={end === 'from'}
      />
    ) : (
      <TextInput
        type="number"
        label={FR.filter[end]}
        value={bounds[end] ?? ''}
        onChange={({ currentTarget: { value } }) => change({ [end]: value === '' ? null : Number(value) })}
        data-autofocus={end === 'from' || undefined}
      />
    );
  return (
    <Stack gap="xs">
      <Group gap="xs" grow align="start">
        {bound('from')}
        {bound('to')}
      </Group>
      <Button
        variant="default"
        disabled={bounds.from === null && bounds.to === null}
        onClick={() => change({ from: null, to: null })}
      >
        {FR.filter.clear}
      </Button>
    </Stack>
  );
}
