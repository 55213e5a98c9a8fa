import { useWindowActs } from '../../data/use-window-acts.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { countOf } from '../../tables/chosen.ts';
import type { DeskTableModel } from '../../tables/use-desk-table.ts';
import { FR } from '../../text/fr.ts';
import { priorityLabel } from '../../text/labels.ts';
import { focusPart } from '../../ui/focus-part.ts';
import { SCORE_PART } from './mission-panel.tsx';
import type { MissionGestures } from './use-mission-keys.ts';

const LANES = ['P1', 'P2', 'P3', 'P4'] as const;

/** Offers what the keys do to the context menu, the palette and the list of shortcuts. @param name of the mission looked at */
export function useOfferedMissionActs(table: DeskTableModel, name: string | null, gestures: MissionGestures): void {
  const { readOnly } = useDecisions();
  const count = countOf(table.chosen);
  const { decide, propose } = gestures;
  const enabled = readOnly === null && (count > 0 || name !== null);
  const { titles } = FR.decision;
  const act = (key: string | null, label: string, run: () => void) => ({ key, label, enabled, run });
  useWindowActs({
    about: count > 0 ? FR.missions.chosen(count) : (name ?? FR.missions.nothingLooked),
    acts: [
      { ...act('p', FR.missions.showCandidates, propose), enabled: count > 0 || name !== null },
      ...LANES.map((code, index) =>
        act(String(index + 1), `${FR.act.priority} ${priorityLabel(code)}`, () =>
          decide('set-priority', { priority: code }),
        ),
      ),
      act('0', priorityLabel('none'), () => decide('set-priority', { priority: 'none' })),
      act('b', titles['propose-best'], () => decide('propose-best')),
      act('d', titles.defer, () => decide('defer')),
      act('r', titles['assign-regulator'], () => decide('assign-regulator')),
      act('n', titles.note, () => decide('note')),
      act('a', titles.alert, () => decide('alert', { event: 'raise' })),
      act('x', titles['close-mission'], () => decide('close-mission')),
      { ...act('s', FR.shortcuts.lines.score, () => focusPart(SCORE_PART)), enabled: name !== null },
      act(null, titles['reopen-mission'], () => decide('reopen-mission')),
    ],
  });
}
