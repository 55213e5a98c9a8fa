import { Alert, Button, Group, Progress, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ExportState } from '../../../contract/app/snapshot-contract.ts';
import { useDesk } from '../../data/desk-context.ts';
import { useAct } from '../../data/use-act.ts';
import { formatBytes } from '../../text/format.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';

const { export: WORDS } = FR_SNAPSHOTS;
const LOOK_MS = 200;

const isUnderWay = (state: ExportState | null) =>
  state === null || state.step === 'reading' || state.step === 'sealing';

/** An export under way: how far, a way to stop it, then the file. */
export function ExportProgress({ exportId, onDone }: { readonly exportId: string; onDone(): void }) {
  const { client } = useDesk();
  const { run, busy, fault } = useAct();
  const [state, setState] = useState<ExportState | null>(null);
  const [saved, setSaved] = useState(false);
  const under = isUnderWay(state);
  useEffect(() => {
    if (!under) return;
    const look = () => {
      client.snapshots.state({ exportId }).then(setState, () => undefined);
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [client, exportId, under]);
  const save = async () => {
    const answer = await run((desk) => desk.snapshots.save({ exportId }));
    if (answer?.saved === true) setSaved(true);
  };
  if (state === null) return <Progress value={0} aria-label={WORDS.steps.reading} />;
  const share = state.outOf === 0 ? 0 : Math.min(100, (state.rows / state.outOf) * 100);
  return (
    <Stack gap="xs" role="status">
      <Group>
        <strong>{WORDS.steps[state.step]}</strong>
        {under && <span className="dk-number">{WORDS.progress(state.rows, state.outOf)}</span>}
        {state.step === 'done' && <span>{formatBytes(state.bytes)}</span>}
        {state.withheld > 0 && <span className="dk-quiet">{WORDS.withheld(state.withheld)}</span>}
      </Group>
      <Progress value={state.step === 'reading' ? share : 100} animated={under} aria-label={WORDS.steps[state.step]} />
      {state.message !== null && <Alert color="orange">{state.message}</Alert>}
      <Group>
        {under && (
          <Button variant="default" onClick={() => void run((desk) => desk.snapshots.stop({ exportId }))}>
            {WORDS.stop}
          </Button>
        )}
        {state.step === 'done' && !saved && (
          <Button loading={busy} onClick={() => void save()}>
            {WORDS.save}
          </Button>
        )}
        {saved && <span>{WORDS.saved}</span>}
        {(saved || state.step === 'stopped' || state.step === 'failed') && (
          <Button variant="subtle" onClick={onDone}>
            {WORDS.again}
          </Button>
        )}
      </Group>
      {fault !== null && <p role="alert">{fault.sentence}</p>}
    </Stack>
  );
}
