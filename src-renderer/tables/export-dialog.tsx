import { Alert, Button, Checkbox, Group, Modal, Progress, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { holdsRight } from '../data/holds-right.ts';
import { useSyncState } from '../data/use-sync-state.ts';
import { FR } from '../text/fr.ts';
import { FR_EXPORT } from '../text/fr-export.ts';
import { PrintSheet } from './print-sheet.tsx';
import type { DeskTableModel } from './use-desk-table.ts';
import type { ExportState } from './use-export.ts';
import { MOST_PRINTED, useExport } from './use-export.ts';

interface ExportDialogProps {
  readonly table: DeskTableModel;
  readonly title: string;
  onClose(): void;
}

type Format = keyof typeof FR_EXPORT.formats;

/** Rows leave the workstation: in which form, and whether people are named in it, is said by a person each time. */
export function ExportDialog({ table, title, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<Format>('csv');
  const [named, setNamed] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const { state, make, print, stop, rest } = useExport(table, title);
  const person = useSyncState().value?.person ?? null;
  const mayName = holdsRight(person, 'export-nominative');
  const personal = table.shown.filter((column) => column.personal);
  const columns = named ? table.shown : table.shown.filter((column) => !column.personal);
  const ready = columns.length > 0 && (!named || confirmed || personal.length === 0) && state.step !== 'making';
  const go = () => {
    if (!ready) return;
    if (format === 'print') void print();
    else void make(format, columns);
  };
  const close = () => {
    stop();
    onClose();
  };
  return (
    <Modal opened onClose={close} size={640} title={<strong>{FR_EXPORT.title}</strong>}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Stack gap="sm">
          <p style={{ margin: 0 }}>{FR_EXPORT.what(table.page.value?.total ?? 0, columns.length)}</p>
          <Radio.Group
            label={FR_EXPORT.format}
            value={format}
            onChange={(value) => setFormat(value as Format)}
            description={format === 'print' ? FR_EXPORT.printedRows(MOST_PRINTED) : undefined}
          >
            <Group gap="md" mt={4}>
              {(Object.keys(FR_EXPORT.formats) as Format[]).map((code, place) => (
                <Radio
                  key={code}
                  value={code}
                  label={FR_EXPORT.formats[code]}
                  data-autofocus={place === 0 || undefined}
                />
              ))}
            </Group>
          </Radio.Group>
          {personal.length > 0 && (
            <Radio.Group
              label={FR_EXPORT.personal}
              value={named ? 'with' : 'without'}
              onChange={(value) => setNamed(value === 'with')}
              description={mayName ? undefined : FR_EXPORT.mayNot}
            >
              <Stack gap={12} mt={6}>
                <Radio value="without" label={FR_EXPORT.without(personal.map(({ label }) => label).join(', '))} />
                <Radio value="with" label={FR_EXPORT.with} disabled={!mayName} />
              </Stack>
            </Radio.Group>
          )}
          {named && personal.length > 0 && (
            <div className="dk-banner" data-tone="warning">
              <Checkbox
                label={FR_EXPORT.confirm}
                checked={confirmed}
                onChange={(event) => setConfirmed(event.currentTarget.checked)}
              />
            </div>
          )}
          <Said state={state} />
        </Stack>
        <Group justify="flex-end" mt="md">
          {state.step === 'making' ? (
            <Button variant="default" onClick={stop}>
              {FR_EXPORT.stop}
            </Button>
          ) : (
            <Button variant="default" onClick={close}>
              {state.step === 'said' ? FR.close : FR.cancel}
            </Button>
          )}
          <Button type="submit" disabled={!ready} loading={state.step === 'making'}>
            {format === 'print' ? FR_EXPORT.print : FR_EXPORT.make}
          </Button>
        </Group>
      </form>
      {state.step === 'printing' && (
        <PrintSheet title={title} columns={columns} rows={state.rows} total={state.total} onPrinted={rest} />
      )}
    </Modal>
  );
}

function Said({ state }: { readonly state: ExportState }) {
  if (state.step === 'making') {
    const share = state.outOf === 0 ? 0 : (state.rows / state.outOf) * 100;
    return (
      <div role="status">
        <Progress value={share} aria-label={FR_EXPORT.title} />
        <span className="dk-quiet dk-number">{FR_EXPORT.progress(state.rows, state.outOf)}</span>
      </div>
    );
  }
  if (state.step === 'said') return <p role="status">{state.words}</p>;
  if (state.step !== 'failed') return null;
  return (
    <Alert color="marianne" role="alert" title={state.fault.sentence}>
      {state.fault.advice ?? FR.readingIsSafe}
    </Alert>
  );
}
