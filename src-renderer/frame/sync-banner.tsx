import { Button, Progress } from '@mantine/core';
import type { SyncState } from '../../contract/app/sync-state.ts';
import { useAct } from '../data/use-act.ts';
import { formatSeconds } from '../text/format.ts';
import { FR } from '../text/fr.ts';

const SENTENCES: Readonly<Partial<Record<SyncState['connection'], string>>> = {
  offline: FR.banner.offline,
  'session-expired': FR.banner.expired,
  'no-right': FR.banner.noRight,
  paused: FR.banner.paused,
};

/** What is out of the ordinary, and the gesture that mends it; nothing when all is well. */
export function SyncBanner({ state }: { readonly state: SyncState }) {
  const { run, busy } = useAct();
  if (state.progress !== null) return <SyncProgress state={state} />;
  const sentence = SENTENCES[state.connection];
  if (sentence === undefined) return null;
  const tone = state.connection === 'offline' || state.connection === 'paused' ? 'warning' : 'danger';
  return (
    <div className="dk-banner" data-tone={tone} role="status">
      <span>
        {state.connection === 'offline' && state.message !== null
          ? `${state.message} ${FR.banner.offlineRest}`
          : sentence}
      </span>
      <span className="dk-grow" />
      {state.connection === 'session-expired' && (
        <Button loading={busy} onClick={() => void run((client) => client.session.signIn())}>
          {FR.status.signInAgain}
        </Button>
      )}
      {state.connection === 'paused' && (
        <Button variant="default" onClick={() => void run((client) => client.sync.pause({ paused: false }))}>
          {FR.status.resume}
        </Button>
      )}
      {state.connection === 'offline' && (
        <Button variant="default" loading={busy} onClick={() => void run((client) => client.sync.now())}>
          {FR.retry}
        </Button>
      )}
    </div>
  );
}

function SyncProgress({ state }: { readonly state: SyncState }) {
  const { run } = useAct();
  const { progress } = state;
  if (progress === null) return null;
  const paused = state.connection === 'paused';
  const share = progress.outOf === null || progress.outOf === 0 ? null : (progress.rows / progress.outOf) * 100;
  const facts = [
    FR.firstRun.phases[progress.phase],
    FR.firstRun.rows(progress.rows, progress.outOf),
    progress.rowsPerSecond === null ? null : FR.firstRun.rate(progress.rowsPerSecond),
    progress.secondsLeft === null ? null : FR.firstRun.left(formatSeconds(progress.secondsLeft)),
  ];
  return (
    <div className="dk-banner" role="status">
      <span>{facts.filter((fact) => fact !== null).join(' · ')}</span>
      <Progress
        style={{ flex: 1, minWidth: 80 }}
        value={share ?? 100}
        animated={share === null && !paused}
        aria-label={FR.firstRun.phases[progress.phase]}
      />
      <span>{FR.firstRun.useful}</span>
      <Button variant="default" onClick={() => void run((client) => client.sync.pause({ paused: !paused }))}>
        {paused ? FR.status.resume : FR.status.pause}
      </Button>
    </div>
  );
}
