import { Button, NativeSelect, Textarea } from '@mantine/core';
import type { LogEntry } from '../../../contract/app/presence-contract.ts';
import { LOG_KINDS } from '../../../contract/domain/cell-log.ts';
import { useAct } from '../../data/use-act.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';

const { log: words } = FR_WORKSPACE;
const LONGEST = 2000;

/** An entry that is being written. */
export interface LogDraft {
  readonly kind: LogEntry['kind'];
  readonly text: string;
}

interface LogFormProps {
  readonly draft: LogDraft;
  onChange(draft: LogDraft): void;
}

/** Writes an entry of the log; it is kept here when the service is not reached. */
export function LogForm({ draft, onChange }: LogFormProps) {
  const { run, fault, busy } = useAct();
  const wanted = draft.text.trim();
  return (
    <form
      aria-label={words.write}
      onSubmit={(event) => {
        event.preventDefault();
        void run((client) => client.log.write({ kind: draft.kind, text: wanted }).then(() => true)).then((done) => {
          if (done !== null) onChange({ ...draft, text: '' });
        });
      }}
    >
      <Textarea
        data-autofocus
        label={words.text}
        description={words.noHealthData}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LONGEST}
        value={draft.text}
        onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
      />
      {fault !== null && <p role="alert">{fault.sentence}</p>}
      <div className="dk-log-write">
        <NativeSelect
          aria-label={words.kind}
          value={draft.kind}
          data={LOG_KINDS.map((code) => ({ value: code, label: words.kinds[code] }))}
          onChange={(event) => {
            const kind = LOG_KINDS.find((code) => code === event.currentTarget.value);
            if (kind !== undefined) onChange({ ...draft, kind });
          }}
        />
        <Button type="submit" loading={busy} disabled={wanted === ''}>
          {words.write}
        </Button>
      </div>
    </form>
  );
}
