import { Button, Menu } from '@mantine/core';
import { PRIORITIES } from '../../../contract/domain/priority.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { ReadOnlyMark } from '../../decisions/read-only-mark.tsx';
import { ChoiceZone } from '../../tables/choice-zone.tsx';
import { countOf } from '../../tables/chosen.ts';
import type { DeskTableModel } from '../../tables/use-desk-table.ts';
import { FR } from '../../text/fr.ts';
import { priorityLabel } from '../../text/labels.ts';
import type { MissionGestures } from './use-mission-keys.ts';

interface MissionBulkBarProps {
  readonly table: DeskTableModel;
  readonly looked: string | null;
  readonly gestures: MissionGestures;
}

/** What to do with the chosen missions; the same keys are in the shortcuts' sheet. */
export function MissionBulkBar({ table, looked, gestures }: MissionBulkBarProps) {
  const { chosen } = table;
  const count = countOf(chosen);
  const { decide, propose } = gestures;
  const { readOnly } = useDecisions();
  const off = readOnly !== null || (count === 0 && looked === null);
  return (
    <div
      className={count > 0 ? 'dk-bar dk-one-line dk-bulk' : 'dk-bar dk-one-line'}
      role="toolbar"
      aria-label={FR.act.more}
    >
      <ChoiceZone table={table} words={FR.missions.chosen} />
      <ReadOnlyMark why={readOnly} />
      {readOnly === null && <Facts off={off} decide={decide} />}
      <Button size="compact-sm" variant="default" disabled={looked === null && chosen.ids.size === 0} onClick={propose}>
        {FR.act.propose}
      </Button>
      {readOnly === null && <Rest off={off} decide={decide} />}
    </div>
  );
}

interface ActsProps {
  readonly off: boolean;
  readonly decide: MissionGestures['decide'];
}

/** What the cell decides of a need: priority, date, who, words, alert. */
function Facts({ off, decide }: ActsProps) {
  return (
    <>
      <Button.Group>
        {PRIORITIES.filter((code) => code !== 'none').map((code) => (
          <Button
            size="compact-sm"
            key={code}
            variant="default"
            disabled={off}
            aria-label={`${FR.act.priority} ${priorityLabel(code)}`}
            title={priorityLabel(code)}
            onClick={() => decide('set-priority', { priority: code })}
          >
            {code}
          </Button>
        ))}
      </Button.Group>
      <Button size="compact-sm" variant="default" disabled={off} onClick={() => decide('defer')}>
        {FR.act.defer}
      </Button>
      <Button size="compact-sm" variant="default" disabled={off} onClick={() => decide('assign-regulator')}>
        {FR.act.regulator}
      </Button>
      <Button size="compact-sm" variant="default" disabled={off} onClick={() => decide('note')}>
        {FR.act.note}
      </Button>
      <Button size="compact-sm" variant="default" disabled={off} onClick={() => decide('alert', { event: 'raise' })}>
        {FR.act.alert}
      </Button>
    </>
  );
}

/** What follows the ranks, and what ends a need. */
function Rest({ off, decide }: ActsProps) {
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        disabled={off}
        title={`${FR.decision.titles['propose-best']} (B)`}
        aria-keyshortcuts="b"
        onClick={() => decide('propose-best')}
      >
        {FR.act.proposeBest}
      </Button>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button size="compact-sm" variant="default" disabled={off}>
            {FR.act.life}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => decide('close-mission')}>{FR.act.closeMission}</Menu.Item>
          <Menu.Item onClick={() => decide('reopen-mission')}>{FR.act.reopen}</Menu.Item>
          <Menu.Item onClick={() => decide('set-priority', { priority: 'none' })}>{priorityLabel('none')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
