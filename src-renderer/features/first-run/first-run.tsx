import { Alert, Button } from '@mantine/core';
import type { SyncState } from '../../../contract/app/sync-state.ts';
import { useAct } from '../../data/use-act.ts';
import { FR } from '../../text/fr.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';

/** Nobody is signed in: one button, and why it failed when it did. */
export function FirstRun({ state }: { readonly state: SyncState }) {
  const { run, busy, fault } = useAct();
  return (
    <main className="dk-center">
      <div className="dk-card">
        <h1>{FR.firstRun.title}</h1>
        <p className="dk-quiet">{FR.firstRun.intro}</p>
        {state.waiting > 0 && <p>{FR.status.waiting(state.waiting)}</p>}
        <Button
          size="md"
          fullWidth
          mt="md"
          loading={busy}
          autoFocus
          onClick={() => void run((client) => client.session.signIn())}
        >
          {FR.firstRun.signIn}
        </Button>
        <p className="dk-quiet" role="status">
          {busy ? FR.firstRun.signingIn : ''} {FR.firstRun.inBrowser}
        </p>
        <Button
          variant="subtle"
          fullWidth
          onClick={() => void run((client) => client.windows.open({ window: 'review', subjectId: null }))}
        >
          {FR_SNAPSHOTS.review.withoutAccount}
        </Button>
        {fault !== null && (
          <Alert color="marianne" role="alert" title={fault.sentence}>
            {fault.advice ?? FR.readingIsSafe}
          </Alert>
        )}
        {fault === null && state.message !== null && <Alert color="france">{state.message}</Alert>}
      </div>
    </main>
  );
}
