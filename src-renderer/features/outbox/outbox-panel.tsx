import { Alert, Button, Stack } from '@mantine/core';
import { useDesk } from '../../data/desk-context.ts';
import { useAct } from '../../data/use-act.ts';
import { useSelection } from '../../data/use-selection.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { IntentPill } from '../../decisions/intent-pill.tsx';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { Pill } from '../../ui/pill.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { ConflictFields } from './conflict-fields.tsx';
import type { OutboxLine } from './outbox-rows.ts';
import { subjectOf } from './outbox-rows.ts';

const WORDS = FR_WINDOWS.outbox;

/** One decision: what became of it, and the way out that suits its state. */
export function OutboxPanel({ line }: { readonly line: OutboxLine | null }) {
  return (
    <SidePanel label={WORDS.panel}>
      {line === null ? <StatePanel title={WORDS.nothingLooked} /> : <Detail key={line.commandId} line={line} />}
    </SidePanel>
  );
}

function Detail({ line }: { readonly line: OutboxLine }) {
  const { commandId, state, batchId } = line;
  const { client } = useDesk();
  const { change: select } = useSelection();
  const { showReport } = useDecisions();
  const { run, busy, fault } = useAct();
  const subject = subjectOf(line);
  const waits = state === 'pending' || state === 'sending';
  const openSubject = () => {
    if (subject === null) return;
    select({ subject, chosen: null });
    const window = subject.kind === 'mission' ? 'missions' : 'candidates';
    client.windows.open({ window, subjectId: null }).catch(() => undefined);
  };
  return (
    <>
      <h2>{line.title}</h2>
      <div>{line.subjectLabel}</div>
      <div style={{ margin: '6px 0 10px' }}>
        <IntentPill state={state} /> {line.outOfScope && <Pill tone="warning">{FR.outbox.outOfScope}</Pill>}
      </div>
      <FactList
        facts={[
          [FR.outbox.at, formatMoment(line.createdAt)],
          [WORDS.settledAt, formatMoment(line.settledAt)],
          ...(waits ? [[WORDS.nextTryAt, formatMoment(line.nextTryAt)] as const] : []),
        ]}
      />
      {line.message !== null && state !== 'conflict' && (
        <>
          <h3>{state === 'refused' ? WORDS.reasonOfRefusal : FR.outbox.answer}</h3>
          <p>{line.message}</p>
        </>
      )}
      {state === 'conflict' && <ConflictFields commandId={commandId} />}
      <Stack gap="xs" mt="md" align="stretch">
        {waits && <p className="dk-quiet">{WORDS.kept}</p>}
        {state === 'refused' && <p className="dk-quiet">{WORDS.decideAgain}</p>}
        {waits && (
          <Button variant="default" loading={busy} onClick={() => void run((desk) => desk.sync.now())}>
            {WORDS.retryNow}
          </Button>
        )}
        {state === 'pending' && (
          <Button
            variant="default"
            loading={busy}
            onClick={() => void run((desk) => desk.outbox.withdraw({ commandId }))}
          >
            {FR.outbox.withdraw}
          </Button>
        )}
        {state === 'refused' && (
          <Button loading={busy} onClick={() => void run((desk) => desk.outbox.acknowledge({ commandId }))}>
            {FR.outbox.acknowledge}
          </Button>
        )}
        {subject !== null && !line.outOfScope && (
          <Button variant="default" onClick={openSubject}>
            {WORDS.openSubject}
          </Button>
        )}
        {batchId !== null && (
          <Button variant="default" onClick={() => showReport(batchId)}>
            {WORDS.batch}
          </Button>
        )}
      </Stack>
      {fault !== null && (
        <Alert color="marianne" role="alert" mt="xs" title={fault.sentence}>
          {fault.advice ?? WORDS.kept}
        </Alert>
      )}
    </>
  );
}
