import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AnnexKey } from '../../../contract/domain/annex/annex-columns.ts';
import { ANNEX_COLUMNS, GID_HEADER } from '../../../contract/domain/annex/annex-columns.ts';
import { ESTABLISHMENT_TYPES } from '../../../contract/domain/establishment-category.ts';
import { AGENCIES } from '../../../contract/domain/geography/agency.ts';
import type { DeskClient } from '../../data/desk-client.ts';
import { LiveView } from '../../data/live-view.tsx';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { FR_ACCOUNTS } from '../../text/fr-accounts.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { VerdictPill } from './import-columns.tsx';

const words = FR_ACCOUNTS.import;
type Line = Awaited<ReturnType<DeskClient['accounts']['imports']['row']>>;

const FIELDS: readonly { readonly key: AnnexKey; readonly header: string }[] = [
  ...ANNEX_COLUMNS,
  { key: 'gid', header: GID_HEADER },
];
/** The two code lists of the model's second sheet. */
const CHOICES: Readonly<Partial<Record<AnnexKey, readonly string[]>>> = {
  agency: AGENCIES.map(({ annexLabel }) => annexLabel),
  type: ESTABLISHMENT_TYPES.map(({ annexLabel }) => annexLabel),
};

/** The line looked at, cell by cell: each fault beside its cell, corrected in place and judged again. */
export function LinePanel({ importId, rowId }: { readonly importId: string; readonly rowId: string | null }) {
  const question = `line ${importId} ${rowId}`;
  const line = useLive(
    rowId === null ? null : question,
    (client) => client.accounts.imports.row({ importId, rowId: rowId ?? '' }),
    ['regulation', 'outbox'],
  );
  return (
    <SidePanel label={words.panel}>
      {rowId === null ? (
        <StatePanel title={words.nothingLooked} />
      ) : (
        <LiveView live={line} question={question}>
          {(value) => (
            <Cells
              // What was typed is kept while the line stays as it was judged.
              key={`${rowId} ${value.verdict} ${JSON.stringify(value.cells)}`}
              line={value}
              onCorrect={(cells) => ({ importId, rowId, cells })}
            />
          )}
        </LiveView>
      )}
    </SidePanel>
  );
}

type Correction = Parameters<DeskClient['accounts']['imports']['correct']>[0];

interface CellsProps {
  readonly line: Line;
  onCorrect(cells: Correction['cells']): Correction;
}

function Cells({ line, onCorrect }: CellsProps) {
  const { run, busy, fault } = useAct();
  const [typed, setTyped] = useState<Partial<Record<AnnexKey, string>>>({});
  const textOf = (key: AnnexKey) => typed[key] ?? line.cells[key] ?? '';
  const faultOf = (key: AnnexKey) => line.faults.find(({ column }) => column === key)?.message;
  const type = (key: AnnexKey) => (text: string) => setTyped((before) => ({ ...before, [key]: text }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run((client) => client.accounts.imports.correct(onCorrect(typed)));
      }}
    >
      <h2>{words.line(line.line)}</h2>
      <VerdictPill verdict={line.verdict} />
      {line.why !== null && line.verdict !== 'invalid' && <p>{line.why}</p>}
      <Stack gap="xs">
        {FIELDS.map(({ key, header }) => (
          <CellField
            key={key}
            label={header}
            value={textOf(key)}
            choices={CHOICES[key]}
            error={typed[key] === undefined ? faultOf(key) : undefined}
            disabled={!line.editable}
            onType={type(key)}
          />
        ))}
      </Stack>
      {line.warnings.length > 0 && (
        <>
          <h3>{words.warnings}</h3>
          <ul className="dk-list">
            {line.warnings.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </>
      )}
      {fault !== null && <p role="alert">{fault.sentence}</p>}
      {line.editable ? (
        <Button mt="sm" type="submit" loading={busy} disabled={Object.keys(typed).length === 0}>
          {words.correct}
        </Button>
      ) : (
        <p className="dk-quiet">{words.notEditable}</p>
      )}
    </form>
  );
}

interface CellFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[] | undefined;
  readonly error: string | undefined;
  readonly disabled: boolean;
  onType(text: string): void;
}

/** A value that is in no list stays, and may be replaced by one of the list. */
function CellField({ label, value, choices, error, disabled, onType }: CellFieldProps) {
  const common = { label, value, disabled, ...(error === undefined ? {} : { error }) };
  if (choices === undefined) {
    return <TextInput {...common} maxLength={500} onChange={(event) => onType(event.currentTarget.value)} />;
  }
  const others = choices.includes(value) ? [] : [{ value, label: value === '' ? words.emptyChoice : value }];
  const data = [...others, ...choices.map((choice) => ({ value: choice, label: choice }))];
  return <NativeSelect size="xs" {...common} data={data} onChange={(event) => onType(event.currentTarget.value)} />;
}
