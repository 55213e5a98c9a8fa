import { Alert, Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../data/use-act.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { Pill } from '../../ui/pill.tsx';
import type { OutboxLines, OutboxOnly } from './outbox-rows.ts';
import { chosenIn, countState } from './outbox-rows.ts';

interface OutboxBarProps {
  readonly only: OutboxOnly;
  readonly held: OutboxLines | null;
  readonly chosen: ReadonlySet<string>;
  onOnly(only: OutboxOnly): void;
  /** The chosen ones were dealt with. */
  onDone(): void;
}

const CHOICES: readonly OutboxOnly[] = ['open', 'settled', 'all'];

/** Which decisions are shown, what they add up to, and a copy of those that were not delivered. */
export function OutboxBar({ only, held, chosen, onOnly, onDone }: OutboxBarProps) {
  const { run, busy, fault } = useAct();
  const [said, setSaid] = useState<string | null>(null);
  const save = async () => {
    const done = await run(async (client) => client.files.save(await client.outbox.export()));
    if (done !== null) setSaid(done.saved ? FR.outbox.exported : FR_WINDOWS.outbox.notSaved);
  };
  const lines = held?.lines ?? [];
  const withdrawn = chosenIn(lines, chosen, 'pending');
  const seen = chosenIn(lines, chosen, 'refused');
  const each = async (ids: readonly string[], work: 'withdraw' | 'acknowledge') => {
    const done = await run(async (client) => {
      for (const commandId of ids) await client.outbox[work]({ commandId });
      return true;
    });
    if (done !== null) onDone();
  };
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
        {withdrawn.length > 0 && (
          <Button variant="default" loading={busy} onClick={() => void each(withdrawn, 'withdraw')}>
            {FR_WINDOWS.outbox.withdrawChosen(withdrawn.length)}
          </Button>
        )}
        {seen.length > 0 && (
          <Button variant="default" loading={busy} onClick={() => void each(seen, 'acknowledge')}>
            {FR_WINDOWS.outbox.acknowledgeChosen(seen.length)}
          </Button>
        )}
        <span aria-live="polite">{said}</span>
        <Button variant="default" loading={busy} title={FR.outbox.export} onClick={() => void save()}>
          {FR_WINDOWS.outbox.exportShort}
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
