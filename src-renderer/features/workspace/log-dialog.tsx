import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { LogEntry } from '../../../contract/app/presence-contract.ts';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { ExportDialog } from '../../tables/export-dialog.tsx';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { Pill } from '../../ui/pill.tsx';
import { LogFilters } from './log-filters.tsx';
import type { LogDraft } from './log-form.tsx';
import { LogForm } from './log-form.tsx';
import { useLogTable } from './use-log-table.ts';

const { log: words } = FR_WORKSPACE;
const NONE: readonly LogEntry[] = [];

/**
 * The cell's log: calls, instructions, the hand-over at shift change, found again by their words, taken along as a file;
 * what was not sent yet is kept and says so.
 */
export function LogDialog({ onClose }: { onClose(): void }) {
  const live = useLive('log', (client) => client.log.list(), ['log']);
  const { run, fault } = useAct();
  const [draft, setDraft] = useState<LogDraft>({ kind: 'hand-over', text: '' });
  const [exporting, setExporting] = useState(false);
  const entries = live.value?.entries ?? NONE;
  const log = useLogTable(entries);
  // In its place, not over it: each dialog is left by its own Escape, and what was being written waits.
  if (exporting) return <ExportDialog table={log.table} title={words.fileTitle} onClose={() => setExporting(false)} />;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const total = log.table.page.value?.total ?? 0;
  const isMoreHere = total > log.table.rows.length;
  const isMoreThere = live.value?.more === true;
  return (
    <Modal opened onClose={onClose} size={820} title={<strong>{words.title}</strong>}>
      <LogForm draft={draft} onChange={setDraft} />
      {live.value === null ? (
        <LoadingLines label={FR.loading} count={4} />
      ) : (
        <>
          {!live.value.known && <p className="dk-quiet">{words.notKnown}</p>}
          {live.value.known && entries.length === 0 && <p className="dk-quiet">{words.none}</p>}
          {entries.length > 0 && (
            <LogFilters log={log} entries={entries} more={isMoreThere} onExport={() => setExporting(true)} />
          )}
          <ul className="dk-list" aria-label={words.title}>
            {log.table.rows.map((row) => {
              const entry = byId.get(String(row['id']));
              return entry === undefined ? null : <LogLine key={entry.id} entry={entry} />;
            })}
          </ul>
          {fault !== null && <p role="alert">{fault.sentence}</p>}
          {(isMoreHere || isMoreThere) && (
            <Button
              variant="default"
              mt={8}
              onClick={() => (isMoreHere ? log.more() : void run((client) => client.log.older()))}
            >
              {words.older}
            </Button>
          )}
        </>
      )}
    </Modal>
  );
}

function LogLine({ entry: { kind, at, authorName, text, mine, waiting } }: { readonly entry: LogEntry }) {
  return (
    <li className="dk-notice">
      <Pill tone={kind === 'hand-over' ? 'info' : 'neutral'}>{words.kinds[kind]}</Pill>{' '}
      <strong>{mine ? words.me : authorName}</strong> <span className="dk-quiet">{formatMoment(at)}</span>{' '}
      {waiting && <Pill tone="warning">{words.waiting}</Pill>}
      <p style={{ whiteSpace: 'pre-wrap' }}>{text}</p>
    </li>
  );
}
