import { Button } from '@mantine/core';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { formatBytes, formatMoment } from '../../text/format.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';

const { review: WORDS } = FR_SNAPSHOTS;

/** Regulation points kept on this workstation: each opens like any snapshot. */
export function ArchivedPoints({ onOpened }: { onOpened(): void }) {
  const points = useLive('points.list', (client) => client.points.list(), []);
  const { run, busy, fault } = useAct();
  const open = async (pointId: string) => {
    const answer = await run((client) => client.points.open({ pointId }));
    if (answer?.opened === true) onOpened();
  };
  return (
    <section className="dk-box" aria-label={WORDS.points}>
      <h2>{WORDS.points}</h2>
      {points.value?.length === 0 && <p className="dk-quiet">{WORDS.noPoint}</p>}
      <ul className="dk-list">
        {(points.value ?? []).map(({ pointId, takenAt, bytes }) => (
          <li key={pointId}>
            {formatMoment(takenAt)} · <span className="dk-quiet">{formatBytes(bytes)}</span>{' '}
            <Button
              variant="subtle"
              disabled={busy}
              aria-label={`${WORDS.openPoint} ${formatMoment(takenAt)}`}
              onClick={() => void open(pointId)}
            >
              {WORDS.openPoint}
            </Button>
          </li>
        ))}
      </ul>
      {fault !== null && <p role="alert">{fault.sentence}</p>}
    </section>
  );
}
