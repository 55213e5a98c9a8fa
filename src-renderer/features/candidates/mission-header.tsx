import { Button, SegmentedControl, Stack, Switch } from '@mantine/core';
import { useLive } from '../../data/use-live.ts';
import { formatDay } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { departementLabel, missionStateLabel, priorityLabel, professionLabel } from '../../text/labels.ts';
import { Pill } from '../../ui/pill.tsx';
import type { Supply } from './near-miss-strip.tsx';
import { NearMissStrip } from './near-miss-strip.tsx';

interface MissionHeaderProps {
  readonly missionId: string | null;
  /** The mission to come back to. */
  readonly followed: string | null;
  readonly pinned: boolean;
  readonly supply: Supply | null;
  onPin(pin: boolean): void;
  onExplore(explore: boolean): void;
}

/** Which mission the list answers, what it asks, and what would lengthen the list; or that there is none. */
export function MissionHeader({ missionId, followed, pinned, supply, onPin, onExplore }: MissionHeaderProps) {
  const sheet = useLive(
    missionId === null ? null : `mission ${missionId}`,
    (client) => client.missions.sheet({ id: missionId ?? '' }),
    ['missions', 'proposals'],
  );
  const mission = sheet.answers === `mission ${missionId}` ? sheet.value?.mission : undefined;
  return (
    <section
      className="dk-bar"
      aria-label={FR.candidates.forMission}
      style={{ background: 'var(--desk-panel)', flexWrap: 'nowrap' }}
    >
      <Stack gap={8}>
        <SegmentedControl
          aria-label={FR.candidates.forMission}
          value={missionId === null ? 'explore' : 'mission'}
          data={[
            { value: 'mission', label: FR.candidates.forMission, disabled: followed === null },
            { value: 'explore', label: FR.candidates.explore },
          ]}
          onChange={(value) => onExplore(value === 'explore')}
        />
        {missionId !== null && (
          <Switch
            label={FR.candidates.pin}
            checked={pinned}
            title={pinned ? FR_WINDOWS.followed.pinned : FR_WINDOWS.followed.chosenElsewhere}
            onChange={(event) => onPin(event.currentTarget.checked)}
          />
        )}
      </Stack>
      {missionId === null && (
        <span className="dk-quiet">
          {followed === null ? FR_WINDOWS.followed.noMission : FR_WINDOWS.followed.explore}
        </span>
      )}
      {missionId !== null && mission === undefined && sheet.fault === null && <span>{FR.loading}</span>}
      {missionId !== null && mission === undefined && sheet.fault !== null && (
        <>
          <span role="alert">{sheet.fault.sentence}</span>
          <Button variant="default" onClick={sheet.again}>
            {FR.retry}
          </Button>
        </>
      )}
      {mission !== undefined && (
        <div style={{ flex: 1, minWidth: 240, lineHeight: 1.35 }}>
          <strong>{String(mission['establishmentName'] ?? '')}</strong> ·{' '}
          {departementLabel(mission['departement'] ?? null)} · {professionLabel(mission['profession'] ?? null)}{' '}
          <Pill tone={mission['priority'] === 'P1' ? 'vital' : 'neutral'}>
            {priorityLabel(mission['priority'] ?? null)}
          </Pill>{' '}
          <Pill tone="info">{missionStateLabel(mission['missionState'] ?? null)}</Pill>
          <div className="dk-quiet">
            {FR_WINDOWS.followed.remaining(Number(mission['remaining'] ?? 0), Number(mission['headcount'] ?? 0))} ·{' '}
            {FR.missions.from(formatDay(day(mission['startDate'])), formatDay(day(mission['endDate'])))}
          </div>
          {supply?.situation === 'some' && <NearMissStrip walls={supply.walls} />}
        </div>
      )}
    </section>
  );
}

const day = (value: string | number | null | undefined) =>
  value === null || value === undefined ? null : String(value);
