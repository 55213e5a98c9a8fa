import type { BoardCard } from '../../../contract/app/board-contract.ts';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import { useWindowActs } from '../../data/use-window-acts.ts';
import { FR } from '../../text/fr.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { cardLabel, laneWords } from './board-words.ts';
import { countChosen } from './choice.ts';
import type { BoardActions } from './use-board-actions.ts';

const LANE_KEYS: Readonly<Record<string, string>> = { P1: '1', P2: '2', P3: '3', P4: '4', none: '0', closed: 'x' };

/** Offers what the keys do to the context menu, the palette and the list of shortcuts. @param card where the person is */
export function useOfferedBoardActs(actions: BoardActions, card: BoardCard | undefined, readOnly: string | null): void {
  const { choice, placeIn, decideOn, openCandidates } = actions;
  const count = countChosen(choice);
  const enabled = readOnly === null && (count > 0 || card !== undefined);
  const { titles } = FR.decision;
  const act = (key: string | null, label: string, run: () => void) => ({ key, label, enabled, run });
  useWindowActs({
    about: count > 0 || card === undefined ? FR_BOARD.chosen(count) : cardLabel(card),
    acts: [
      { ...act('p', FR.missions.showCandidates, openCandidates), enabled: card !== undefined },
      ...BOARD_LANES.map((lane) =>
        act(LANE_KEYS[lane] ?? null, FR_BOARD.placeIn(laneWords(lane)), () => placeIn(lane)),
      ),
      act('d', titles.defer, () => decideOn('defer', {})),
      act('r', titles['assign-regulator'], () => decideOn('assign-regulator', {})),
      act('n', titles.note, () => decideOn('note', {})),
      act('a', titles.alert, () => decideOn('alert', { event: 'raise' })),
    ],
  });
}
