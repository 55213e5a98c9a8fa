import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { LogEntry } from '../../../contract/app/presence-contract.ts';
import { LOG_KINDS } from '../../../contract/domain/cell-log.ts';
import { formatDay } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_EXPORT } from '../../text/fr-export.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { dayOf } from './log-columns.ts';
import type { LogTable } from './use-log-table.ts';

const { log: words } = FR_WORKSPACE;

interface LogFiltersProps {
  readonly log: LogTable;
  readonly entries: readonly LogEntry[];
  /** The service has older entries, which are not here. */
  readonly more: boolean;
  onExport(): void;
}

/** Finds entries by their words, their nature, who wrote them and when; takes along those that are found. */
export function LogFilters({ log, entries, more, onExport }: LogFiltersProps) {
  const [copied, setCopied] = useState(0);
  const authors = [...new Set(entries.map(({ authorName }) => authorName))].sort((a, b) => a.localeCompare(b, 'fr'));
  const days = [...new Set(entries.map(({ at }) => dayOf(at)))].sort().reverse();
  const choices = [
    ['kind', words.byKind, words.everyKind, LOG_KINDS.map((value) => ({ value, label: words.kinds[value] }))],
    ['author', words.byAuthor, words.everyAuthor, authors.map((value) => ({ value, label: value }))],
    ['day', words.byDay, words.everyDay, days.map((value) => ({ value, label: formatDay(value) }))],
  ] as const;
  const count = log.table.rows.length;
  return (
    <search className="dk-log-filters" aria-label={words.find}>
      <SearchField
        label={words.search}
        clearLabel={FR.table.clearSearch}
        value={log.state.search}
        onSearch={log.search}
        style={{ flex: '1 1 210px' }}
      />
      {choices.map(([name, label, every, values]) => (
        <NativeSelect
          key={name}
          size="xs"
          aria-label={label}
          value={log.chosen(name)}
          data={[{ value: '', label: every }, ...values]}
          onChange={(event) => log.choose(name, event.currentTarget.value)}
        />
      ))}
      <p className="dk-quiet dk-grow" role="status">
        {words.found(log.table.page.value?.total ?? 0, entries.length, more)} {copied > 0 && words.copied(copied)}
      </p>
      <Button
        size="compact-sm"
        variant="default"
        disabled={count === 0}
        onClick={() => {
          log.table.copy();
          setCopied(count);
        }}
      >
        {words.copy}
      </Button>
      <Button size="compact-sm" variant="default" disabled={count === 0} onClick={onExport}>
        {FR_EXPORT.open}
      </Button>
    </search>
  );
}
