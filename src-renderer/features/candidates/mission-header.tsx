import { Button, SegmentedControl, Stack, Switch } from '@mantine/core';
import type { MissionSheet } from '../../../contract/app/sheets.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { landOf } from '../../../contract/domain/geography/sea-crossing.ts';
import type { Live } from '../../data/use-live.ts';
import { formatDay } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { departementLabel, missionStateLabel, priorityLabel, professionLabel } from '../../text/labels.ts';
import { Pill } from '../../ui/pill.tsx';
import { journeyEnd } from './journey-end.ts';
import type { Supply } from './near-miss-strip.tsx';
import { NearMissStrip } from './near-miss-strip.tsx';

interface MissionHeaderProps {
  readonly missionId: string | null;
  /** The mission to come back to. */
  readonly followed: string | null;
  readonly pinned: boolean;
  readonly supply: Supply | null;
  readonly sheet: Live<MissionSheet>;
  onPin(pin: boolean): void;
  onExplore(explore: boolean): void;
}

/** Which mission the list answers, what it asks, and what would lengthen the list; or that there is none. */
export function MissionHeader({ missionId, followed, pinned, supply, sheet, onPin, onExplore }: MissionHeaderProps) {
  const mission = sheet.value?.mission;
  return (
    <section
      className="dk-bar"
      aria-label={FR.candidates.forMission}
      style={{ background: 'var(--desk-panel)', flexWrap: 'nowrap', gap: 16, fontSize: '0.8125rem' }}
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
        <div style={{ flex: 1, minWidth: 240, lineHeight: 1.45 }}>
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
          {supply?.situation === 'crisis-hides' && <div>{FR_WINDOWS.candidate.hidden}</div>}
          {isAcrossTheSea(mission) && <div className="dk-quiet">{FR.candidates.overseas}</div>}
          {supply !== null && supply.situation !== 'none-match' && <NearMissStrip walls={supply.walls} />}
        </div>
      )}
    </section>
  );
}

/** On an island, or beyond an ocean: a distance as the crow flies says little there. */
function isAcrossTheSea(mission: TableRow): boolean {
  const end = journeyEnd(mission);
  return end !== null && landOf(end) !== 'mainland';
}

const day = (value: string | number | null | undefined) =>
  value === null || value === undefined ? null : String(value);
