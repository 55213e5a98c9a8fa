import { Alert, Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../data/use-act.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { Pill } from '../../ui/pill.tsx';
import type { OutboxLines, OutboxOnly } from './outbox-rows.ts';
import { countState } from './outbox-rows.ts';

interface OutboxBarProps {
  readonly only: OutboxOnly;
  readonly held: OutboxLines | null;
  onOnly(only: OutboxOnly): void;
}

const CHOICES: readonly OutboxOnly[] = ['open', 'settled', 'all'];

/** Which decisions are shown, what they add up to, and a copy of those that were not delivered. */
export function OutboxBar({ only, held, onOnly }: OutboxBarProps) {
  const { run, busy, fault } = useAct();
  const [said, setSaid] = useState<string | null>(null);
  const save = async () => {
    const done = await run(async (client) => client.files.save(await client.outbox.export()));
    if (done !== null) setSaid(done.saved ? FR.outbox.exported : FR_WINDOWS.outbox.notSaved);
  };
  const lines = held?.lines ?? [];
  const conflicts = countState(lines, 'conflict');
  const refused = countState(lines, 'refused');
  const waiting = countState(lines, 'pending', 'sending');
  return (
    <>
      <div className="dk-bar">
        <SegmentedControl
          aria-label={FR.outbox.label}
          value={only}
          data={CHOICES.map((value) => ({ value, label: FR.outbox.only[value] }))}
          onChange={(value) => onOnly(CHOICES.find((choice) => choice === value) ?? 'open')}
        />
        {conflicts > 0 && <Pill tone="danger">{FR_WINDOWS.outbox.conflicts(conflicts)}</Pill>}
        {refused > 0 && <Pill tone="danger">{FR_WINDOWS.outbox.refused(refused)}</Pill>}
        {waiting > 0 && <Pill tone="info">{FR_WINDOWS.outbox.waiting(waiting)}</Pill>}
        {held !== null && held.total > held.lines.length && (
          <span className="dk-quiet">{FR_WINDOWS.outbox.newest(held.lines.length, held.total)}</span>
        )}
        <span className="dk-grow" />
        <span aria-live="polite">{said}</span>
        <Button variant="default" loading={busy} onClick={() => void save()}>
          {FR.outbox.export}
        </Button>
      </div>
      {fault !== null && (
        <Alert color="marianne" role="alert" title={fault.sentence}>
          {fault.advice ?? FR_WINDOWS.outbox.kept}
        </Alert>
      )}
    </>
  );
}
