import { Alert, Button, Group } from '@mantine/core';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';

/** Base, mine, theirs, field by field, with who and when; a person decides which stays (D3). */
export function ConflictFields({ commandId }: { readonly commandId: string }) {
  const conflict = useLive(`conflict ${commandId}`, (client) => client.outbox.conflict({ commandId }), ['outbox']);
  const { run, busy, fault } = useAct();
  const value = conflict.value;
  if (value === null) {
    return conflict.fault === null ? (
      <LoadingLines label={FR.loading} count={4} />
    ) : (
      <StatePanel
        alarming
        title={conflict.fault.sentence}
        action={<Button onClick={conflict.again}>{FR.retry}</Button>}
      >
        {conflict.fault.advice ?? FR.readingIsSafe}
      </StatePanel>
    );
  }
  const keep = (which: 'mine' | 'theirs') =>
    void run((client) => client.outbox.resolve({ commandId, keep: which })).then(conflict.again);
  return (
    <section aria-label={FR.conflict.title}>
      <h3>{FR.conflict.title}</h3>
      <p>{value.message}</p>
      <p className="dk-quiet">{FR.conflict.by(value.author ?? FR.conflict.someone, formatMoment(value.at))}</p>
      {value.fields.map((field) => (
        <table key={field.label} className="dk-plain" style={{ marginBottom: 8 }}>
          <caption style={{ textAlign: 'left', fontWeight: 650 }}>{field.label}</caption>
          <tbody>
            <tr>
              <th scope="row">{FR.conflict.base}</th>
              <td>{field.base}</td>
            </tr>
            <tr>
              <th scope="row">{FR.conflict.mine}</th>
              <td>
                <strong>{field.mine}</strong>
              </td>
            </tr>
            <tr>
              <th scope="row">{FR.conflict.theirs}</th>
              <td>{field.theirs}</td>
            </tr>
          </tbody>
        </table>
      ))}
      <Group gap="xs">
        <Button loading={busy} onClick={() => keep('mine')}>
          {FR.conflict.keepMine}
        </Button>
        <Button variant="default" loading={busy} onClick={() => keep('theirs')}>
          {FR.conflict.keepTheirs}
        </Button>
      </Group>
      {fault !== null && (
        <Alert color="marianne" role="alert" mt="xs" title={fault.sentence}>
          {fault.advice ?? FR_WINDOWS.outbox.kept}
        </Alert>
      )}
    </section>
  );
}
