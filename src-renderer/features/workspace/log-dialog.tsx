import { Button, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { LogEntry } from '../../../contract/app/presence-contract.ts';
import { LOG_KINDS } from '../../../contract/domain/cell-log.ts';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { Pill } from '../../ui/pill.tsx';

const { log: words } = FR_WORKSPACE;
const LONGEST = 2000;

/** The cell's log: calls, instructions, the hand-over at shift change; what was not sent yet is kept and says so. */
export function LogDialog({ onClose }: { onClose(): void }) {
  const log = useLive('log', (client) => client.log.list(), ['log']);
  return (
    <Modal opened onClose={onClose} size={720} title={<strong>{words.title}</strong>}>
      <LogForm />
      {log.value === null ? (
        <LoadingLines label={FR.loading} count={4} />
      ) : (
        <>
          {!log.value.known && <p className="dk-quiet">{words.notKnown}</p>}
          {log.value.known && log.value.entries.length === 0 && <p className="dk-quiet">{words.none}</p>}
          <ul className="dk-list" aria-label={words.title}>
            {log.value.entries.map((entry) => (
              <LogLine key={entry.id} entry={entry} />
            ))}
          </ul>
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

function LogForm() {
  const { run, fault, busy } = useAct();
  const [kind, setKind] = useState<LogEntry['kind']>('hand-over');
  const [text, setText] = useState('');
  const wanted = text.trim();
  return (
    <form
      aria-label={words.write}
      onSubmit={(event) => {
        event.preventDefault();
        void run((client) => client.log.write({ kind, text: wanted }).then(() => true)).then((done) => {
          if (done !== null) setText('');
        });
      }}
    >
      <NativeSelect
        label={words.kind}
        value={kind}
        data={LOG_KINDS.map((code) => ({ value: code, label: words.kinds[code] }))}
        onChange={(event) => {
          const chosen = LOG_KINDS.find((code) => code === event.currentTarget.value);
          if (chosen !== undefined) setKind(chosen);
        }}
      />
      <Textarea
        data-autofocus
        mt={6}
        label={words.text}
        description={words.noHealthData}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {fault !== null && <p role="alert">{fault.sentence}</p>}
      <Button type="submit" mt={8} mb={8} loading={busy} disabled={wanted === ''}>
        {words.write}
      </Button>
    </form>
  );
}
