import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TableFilter } from '../../contract/app/table-query.ts';
import { FR } from '../text/fr.ts';
import type { ColumnView } from './column-view.ts';

interface TextFilterProps {
  readonly column: ColumnView;
  readonly filter: TableFilter | null;
  onChange(filter: TableFilter | null): void;
}

/** A piece of the text, whatever its accents and case. */
export function TextFilter({ column, filter, onChange }: TextFilterProps) {
  const [text, setText] = useState(filter?.type === 'contains' ? filter.text : '');
  const change = (next: string) => {
    setText(next);
    onChange(next.trim() === '' ? null : { type: 'contains', column: column.name, text: next.slice(0, 100) });
  };
  return (
    <Stack gap="xs">
      <TextInput
        label={FR.filter.contains(column.label)}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        data-autofocus
      />
      <Button variant="default" disabled={text === ''} onClick={() => change('')}>
        {FR.filter.clear}
      </Button>
    </Stack>
  );
}
