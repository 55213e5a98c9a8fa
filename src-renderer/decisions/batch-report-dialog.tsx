import { Alert, Button, Group, Modal } from '@mantine/core';
import { useAct } from '../data/use-act.ts';
import { useLive } from '../data/use-live.ts';
import { formatMoment } from '../text/format.ts';
import { FR } from '../text/fr.ts';
import { LoadingLines } from '../ui/loading-lines.tsx';
import { StatePanel } from '../ui/state-panel.tsx';
import { IntentPill } from './intent-pill.tsx';

/** Verdict by verdict, as they come. */
export function BatchReportDialog({ batchId, onClose }: { readonly batchId: string; onClose(): void }) {
  const report = useLive(`report ${batchId}`, (client) => client.decisions.report({ batchId }), ['outbox']);
  const { run, busy, fault } = useAct();
  const value = report.value;
  return (
    <Modal opened onClose={onClose} size={780} title={<strong>{value?.title ?? FR.decision.reportTitle}</strong>}>
      {value === null && report.fault === null && <LoadingLines label={FR.loading} count={5} />}
      {value === null && report.fault !== null && <StatePanel alarming title={report.fault.sentence} />}
      {value !== null && (
        <>
          <p className="dk-quiet">
            {formatMoment(value.at)} · {FR.decision.gone}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <section className="dk-scroll" style={{ maxHeight: 420 }} aria-label={FR.decision.reportTitle} tabIndex={0}>
            <table className="dk-plain">
              <thead>
                <tr>
                  <th>{FR.decision.what}</th>
                  <th>{FR.outbox.state}</th>
                  <th>{FR.outbox.answer}</th>
                </tr>
              </thead>
              <tbody>
                {value.rows.map((row) => (
                  <tr key={row.commandId}>
                    <td>{row.label}</td>
                    <td>
                      <IntentPill state={row.state} />
                    </td>
                    <td>{row.message ?? FR.none}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {(fault !== null || value.undoRefusal !== null) && (
            <Alert mt="sm" color={fault === null ? 'france' : 'marianne'}>
              {fault?.sentence ?? value.undoRefusal}
            </Alert>
          )}
          <Group justify="flex-end" mt="md">
            <Button
              variant="default"
              loading={busy}
              disabled={value.undoRefusal !== null}
              onClick={() => void run((client) => client.decisions.undo({ batchId })).then(report.again)}
            >
              {FR.decision.undo}
            </Button>
            <Button onClick={onClose}>{FR.close}</Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
