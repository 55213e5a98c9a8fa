import { Button } from '@mantine/core';
import type { BoardCard, BoardView } from '../../../contract/app/board-contract.ts';
import { AgeMark } from '../../data/age-mark.tsx';
import { useDesk } from '../../data/desk-context.ts';
import { FR } from '../../text/fr.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { laneWords } from './board-words.ts';
import { countHeld } from './hold.ts';
import type { HoldModel } from './use-hold.ts';
import type { Placement } from './use-placement.ts';

interface BoardFootProps {
  readonly view: BoardView | null;
  readonly holding: HoldModel;
  readonly placement: Placement;
  /** The card where the person is. */
  readonly card: BoardCard | undefined;
}

/** One line under the board: what is held and what happened to it, what was just placed, why a card came back. */
export function BoardFoot({ view, holding, placement, card }: BoardFootProps) {
  const { client } = useDesk();
  const { hold, changes } = holding;
  const { notice, tell, undo } = placement;
  if (hold !== null)
    return (
      <div className="bd-foot" data-tone={changes.length > 0 ? 'warning' : 'info'} role="status">
        <strong>{FR_BOARD.holding(countHeld(hold), laneWords(hold.target))}</strong>
        <span>{changes.length > 0 ? FR_BOARD.changed.warning(changes.length) : FR_BOARD.holdNote}</span>
      </div>
    );
  if (notice !== null)
    return (
      <div className="bd-foot" data-tone={notice.alarming ? 'danger' : 'success'} role="status">
        <span>{notice.text}</span>
        {notice.batchIds.length > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => undo(notice.batchIds)}>
            {FR_BOARD.undo}
          </Button>
        )}
        <span className="dk-grow" />
        <button type="button" className="bd-fold" aria-label={FR.close} onClick={() => tell(null)}>
          <span aria-hidden="true">✕</span>
        </button>
      </div>
    );
  if (card?.trouble != null)
    return (
      <div className="bd-foot" data-tone="danger" role="status">
        <span>
          <strong>{card.establishmentName}</strong> : {card.trouble}
        </span>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void client.windows.open({ window: 'outbox', subjectId: null }).catch(() => undefined)}
        >
          {FR.windows.outbox}
        </Button>
      </div>
    );
  return (
    <div className="bd-foot" role="status">
      <span className="dk-quiet dk-number">{view === null ? FR.loading : FR_BOARD.shown(view.total, view.outOf)}</span>
      <span className="dk-grow" />
      <AgeMark />
    </div>
  );
}
