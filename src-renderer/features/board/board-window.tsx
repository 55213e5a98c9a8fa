import './board.css';
import { Button } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import type { BoardCard } from '../../../contract/app/board-contract.ts';
import { FaultPanel, NotReadAgain } from '../../data/live-view.tsx';
import { useSelection } from '../../data/use-selection.ts';
import { useStanding } from '../../data/use-standing.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { FR } from '../../text/fr.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import type { Cursor } from './board-cursor.ts';
import { BoardFoot } from './board-foot.tsx';
import { BoardGhost } from './board-ghost.tsx';
import { BoardGrid, bringIntoSight } from './board-grid.tsx';
import type { BoardState } from './board-state.ts';
import { readBoardState, withFoldedBand, withFoldedLane, withQuestion } from './board-state.ts';
import { BoardToolbar } from './board-toolbar.tsx';
import { cardLabel } from './board-words.ts';
import { ChangedDialog } from './changed-dialog.tsx';
import { ChoiceBar } from './choice-bar.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { useBoardActions } from './use-board-actions.ts';
import { useBoardShortcuts } from './use-board-shortcuts.ts';
import type { BoardSeen } from './use-board-view.ts';
import { useBoardView } from './use-board-view.ts';
import { useCursor, useFollow } from './use-cursor.ts';
import { useHold } from './use-hold.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useNow } from './use-now.ts';
import { useOfferedBoardActs } from './use-offered-board-acts.ts';
import { usePlacement } from './use-placement.ts';
import { usePresent } from './use-present.ts';
import { useShownSelection } from './use-shown-selection.ts';
import { useSight, useWatchedSize } from './use-sight.ts';
import { useToldTroubles } from './use-told-troubles.ts';

/** UX 3: every need in lanes of urgency, moved by hand or by key, alone or by hundreds, several people at once. */
export function BoardWindow({ kept }: { readonly kept: string | null }) {
  const [state, setState] = useRemembered(kept, readBoardState);
  const [staysAtFirst] = useState(state.scroll > 0);
  const [proposing, setProposing] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const { selection } = useSelection();
  const looked = selection.subject?.kind === 'mission' ? selection.subject.id : null;
  const now = useNow() - (useSyncState().value?.clockAheadMs ?? 0);
  const present = usePresent();
  const holding = useHold();
  const placement = usePlacement();
  const pointing = useCursor();
  const { cursor, moveTo } = pointing;
  const [sight, look] = useSight(scroller);
  const seen = useBoardView(state, sight, cursor, holding.hold !== null);
  useFollow(pointing, seen);
  const view = seen.live.value;
  const isDrawn = view !== null && view.total > 0;
  useWatchedSize(scroller, look, isDrawn);
  const card = cursor === null ? undefined : seen.cardAt(cursor);
  const { readOnly, isStale } = useStanding();
  const { tell } = placement;
  useToldTroubles(
    seen.cards,
    useCallback(
      (back: BoardCard) => tell({ text: `${cardLabel(back)} : ${back.trouble}`, alarming: true, batchIds: [] }),
      [tell],
    ),
  );
  const actions = useBoardActions({ state, seen, cursor, holding, placement, refusal: readOnly, isStale, present });
  useBoardShortcuts(actions, holding.hold !== null);
  useOfferedBoardActs(actions, card, readOnly);
  const keepScroll = useKeptScroll(
    scroller,
    state.scroll,
    seen.layout.height,
    useCallback((scroll: number) => setState((before) => ({ ...before, scroll })), [setState]),
  );
  const show = useCallback(
    (place: Cursor) => {
      moveTo(place);
      bringIntoSight(scroller.current, seen, place);
    },
    [moveTo, seen],
  );
  useShownSelection({ looked, state, show, staysAtFirst, isReady: seen.layout.height > 0, isOwn: actions.isOwnLook });
  return (
    <div className="dk-column">
      <BoardToolbar state={state} change={setState} canMove={readOnly === null} onPropose={() => setProposing(true)} />
      {view !== null && seen.live.fault !== null && <NotReadAgain fault={seen.live.fault} again={seen.live.again} />}
      {readOnly !== null && <div className="bd-strip">{readOnly}</div>}
      {isDrawn ? (
        <BoardGrid
          {...{ state, seen, sight, cursor, actions, holding, looked, now, present, scroller, ghost, moveTo }}
          onScroll={() => {
            look();
            keepScroll();
          }}
          onFoldLane={(lane) => setState((before) => withFoldedLane(before, lane))}
          onFoldBand={(key) => setState((before) => withFoldedBand(before, key))}
        />
      ) : (
        <Nothing seen={seen} state={state} change={setState} />
      )}
      <ChoiceBar actions={actions} />
      <BoardFoot view={view} holding={holding} placement={placement} card={card} />
      <div className="dk-visually-hidden" role="log" aria-live="assertive">
        {actions.announcement}
      </div>
      {holding.hold?.by === 'pointer' && <BoardGhost hold={holding.hold} place={ghost} />}
      <ChangedDialog placement={placement} />
      {proposing && (
        <OrderDialog
          state={state}
          onClose={() => setProposing(false)}
          onApplied={(notice) => {
            setProposing(false);
            placement.tell(notice);
          }}
        />
      )}
    </div>
  );
}

interface NothingProps {
  readonly seen: BoardSeen;
  readonly state: BoardState;
  change(next: (before: BoardState) => BoardState): void;
}

/** Loading, failed, or empty, for this or that reason; never "none" while missions arrive (F100). */
function Nothing({ seen, state, change }: NothingProps) {
  const { value, fault, again } = seen.live;
  if (value === null && fault !== null) return <FaultPanel fault={fault} again={again} />;
  if (value === null) return <LoadingLines label={FR.loading} count={16} />;
  if (!value.complete) return <LoadingLines label={FR.stillArriving} count={12} />;
  if (state.filters.length === 0 && state.search === '')
    return <StatePanel title={FR_BOARD.none}>{FR_BOARD.noneAdvice}</StatePanel>;
  return (
    <StatePanel
      title={FR.table.noneUnderFilters}
      action={
        <Button onClick={() => change((before) => withQuestion(before, { filters: [], search: '' }))}>
          {FR.table.clearFilters}
        </Button>
      }
    >
      {FR.table.outOf(value.outOf)}
    </StatePanel>
  );
}
