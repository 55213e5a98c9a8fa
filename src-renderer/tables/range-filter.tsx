import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { TableFilter } from '../../contract/app/table-query.ts';
import { FR } from '../text/fr.ts';
import type { ColumnView } from './column-view.ts';

interface RangeFilterProps {
  readonly column: ColumnView;
  readonly filter: TableFilter | null;
  onChange(filter: TableFilter | null): void;
}

/** From and to, both kept; either may be missing. */
export function RangeFilter({ column, filter, onChange }: RangeFilterProps) {
  const bounds = filter?.type === 'between' ? filter : { from: null, to: null };
  const type = column.type === 'day' ? 'date' : 'number';
  const read = (text: string) => {
    if (text === '') return null;
    return column.type === 'day' ? text : Number(text);
  };
  const change = (part: { readonly from?: string | number | null; readonly to?: string | number | null }) => {
    const { from, to } = { from: bounds.from, to: bounds.to, ...part };
    onChange(from === null && to === null ? null : { type: 'between', column: column.name, from, to });
  };
  return (
    <Stack gap="xs">
      <Group gap="xs" grow>
        <TextInput
          type={type}
          label={FR.filter.from}
          value={bounds.from ?? ''}
          onChange={(event) => change({ from: read(event.currentTarget.value) })}
          data-autofocus
        />
        <TextInput
          type={type}
          label={FR.filter.to}
          value={bounds.to ?? ''}
          onChange={(event) => change({ to: read(event.currentTarget.value) })}
        />
      </Group>
      <Button variant="default" disabled={filter === null} onClick={() => onChange(null)}>
        {FR.filter.clear}
      </Button>
    </Stack>
  );
}
