import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { QuietHours } from '../../../contract/app/workspace-contract.ts';
import { useAct } from '../../data/use-act.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';

const { notices: words } = FR_WORKSPACE;

/** Every half hour of a day: no clock to type, no « 10:00 PM ». */
const HOURS = Array.from(
  { length: 48 },
  (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`,
);

/** When nothing is shown outside of the list. */
export function QuietHoursForm({ hours }: { readonly hours: QuietHours }) {
  const { run, fault, busy } = useAct();
  const [from, setFrom] = useState(hours?.from ?? '22:00');
  const [to, setTo] = useState(hours?.to ?? '07:00');
  const keep = (quietHours: QuietHours) => void run((client) => client.workspace.notices.setQuietHours({ quietHours }));
  return (
    <form
      aria-label={words.quietTitle}
      onSubmit={(event) => {
        event.preventDefault();
        keep({ from, to });
      }}
    >
      <h3 className="dk-section">{words.quietTitle}</h3>
      <p style={{ margin: '4px 0' }}>{hours === null ? words.noQuiet : words.quietNow(hours.from, hours.to)}</p>
      <div style={{ display: 'flex', gap: 8, alignItems: 'end' }}>
        <NativeSelect
          label={words.from}
          data={HOURS}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <NativeSelect label={words.to} data={HOURS} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        <Button type="submit" loading={busy}>
          {words.save}
        </Button>
        {hours !== null && (
          <Button variant="default" onClick={() => keep(null)}>
            {words.off}
          </Button>
        )}
      </div>
      {fault !== null && <p role="alert">{fault.sentence}</p>}
      <p className="dk-quiet" style={{ fontSize: '0.75rem' }}>
        {words.quietHelp}
      </p>
    </form>
  );
}
