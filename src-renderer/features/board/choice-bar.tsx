import { Button } from '@mantine/core';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import { FR } from '../../text/fr.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { laneWords } from './board-words.ts';
import { countChosen, NO_CHOICE } from './choice.ts';
import type { BoardActions } from './use-board-actions.ts';

/** What to do with the chosen cards, for a hand that neither drags nor knows the keys. */
export function ChoiceBar({ actions }: { readonly actions: BoardActions }) {
  const { choice, choose, placeIn, decideOn } = actions;
  const count = countChosen(choice);
  if (count === 0) return null;
  return (
    <div className="dk-bar dk-one-line dk-bulk" role="toolbar" aria-label={FR.act.more}>
      <strong className="dk-number" aria-live="polite" style={{ minWidth: 140 }}>
        {FR_BOARD.chosen(count)}
      </strong>
      <Button.Group>
        {BOARD_LANES.map((lane) => (
          <Button
            key={lane}
            size="compact-sm"
            variant="default"
            aria-label={FR_BOARD.placeIn(laneWords(lane))}
            onClick={() => placeIn(lane)}
          >
            {laneWords(lane)}
          </Button>
        ))}
      </Button.Group>
      <Button size="compact-sm" variant="default" onClick={() => decideOn('assign-regulator', {})}>
        {FR.act.regulator}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => decideOn('defer', {})}>
        {FR.act.defer}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => decideOn('alert', { event: 'raise' })}>
        {FR.act.alert}
      </Button>
      <span className="dk-grow" />
      <Button size="compact-sm" variant="subtle" onClick={() => choose(NO_CHOICE)}>
        {FR_BOARD.clearChoice}
      </Button>
    </div>
  );
}
