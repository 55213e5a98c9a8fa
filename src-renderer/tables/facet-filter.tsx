import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Facet, TableFilter } from '../../contract/app/table-query.ts';
import type { DeskClient } from '../data/desk-client.ts';
import { useLive } from '../data/use-live.ts';
import { formatNumber } from '../text/format.ts';
import { FR } from '../text/fr.ts';
import { LoadingLines } from '../ui/loading-lines.tsx';
import type { Cell, ColumnView } from './column-view.ts';
import { useTypeAhead } from './use-type-ahead.ts';

/** Counts per value of a column under the other filters. */
export interface AskFacet {
  /** What makes two questions different: the other filters, the search, the mission. */
  readonly key: string;
  ask(client: DeskClient, column: string): Promise<Facet>;
}

interface FacetFilterProps {
  readonly column: ColumnView;
  readonly filter: TableFilter | null;
  readonly ask: AskFacet;
  onChange(filter: TableFilter | null): void;
}

/** Choose among the values that there are, with how many rows each would leave. */
export function FacetFilter({ column, filter, ask, onChange }: FacetFilterProps) {
  const [piece, setPiece] = useState('');
  const facet = useLive(`${column.name} ${ask.key}`, (client) => ask.ask(client, column.name), [
    'missions',
    'candidates',
  ]);
  const picked = pickedValues(filter);
  const values = facet.value?.values ?? [];
  const shown = values.filter(({ value }) => fold(column.words(value)).includes(fold(piece)));
  const labels = shown.map(({ value, count }) => `${column.words(value)} (${formatNumber(count)})`);
  const onKeyDown = useTypeAhead(labels);
  const toggle = (value: Cell) => {
    const next = picked.includes(value) ? picked.filter((one) => one !== value) : [...picked, value];
    onChange(asFilter(column, next));
  };
  if (facet.value === null) return <LoadingLines label={FR.loading} count={4} />;
  return (
    <Stack gap="xs">
      {values.length > 8 && (
        <TextInput
          aria-label={FR.filter.find}
          placeholder={FR.filter.find}
          value={piece}
          onChange={(event) => setPiece(event.currentTarget.value)}
          data-autofocus
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the boxes that it holds */}
      <div style={{ maxHeight: 260, overflowY: 'auto' }} onKeyDown={onKeyDown} role="presentation">
        {shown.map(({ value }, at) => (
          <Checkbox
            key={String(value)}
            mb={10}
            checked={picked.includes(value)}
            onChange={() => toggle(value)}
            label={labels[at] ?? ''}
          />
        ))}
        {shown.length === 0 && <span className="dk-quiet">{FR.filter.noValue}</span>}
      </div>
      <Button variant="default" disabled={filter === null} onClick={() => onChange(null)}>
        {FR.filter.clear}
      </Button>
    </Stack>
  );
}

function pickedValues(filter: TableFilter | null): readonly Cell[] {
  if (filter?.type === 'among') return filter.values;
  if (filter?.type === 'flag') return [filter.value ? 1 : 0];
  return [];
}

/** Both answers of a yes-or-no column are no filter at all. */
function asFilter(column: ColumnView, values: readonly Cell[]): TableFilter | null {
  if (values.length === 0) return null;
  if (column.type !== 'flag') return { type: 'among', column: column.name, values: [...values] };
  const last = values.at(-1);
  return { type: 'flag', column: column.name, value: Number(last) === 1 };
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
