import { useCallback, useEffect, useState } from 'react';
import type { BoardCard } from '../../../contract/app/board-contract.ts';
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import type { Priority } from '../../../contract/domain/priority.ts';
import { useDesk } from '../../data/desk-context.ts';
import { faultOf } from '../../data/fault.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import type { ChosenSet } from '../../tables/chosen-set.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { cardLabel, laneWords } from './board-words.ts';
import type { HeldChange } from './hold.ts';
import { changesOf } from './hold.ts';

export interface Notice {
  readonly text: string;
  readonly alarming: boolean;
  /** What "Annuler" takes back, newest last; empty when there is nothing to take back. */
  readonly batchIds: readonly string[];
}

/** Cards to put into a lane. */
export interface Placing {
  readonly set: ChosenSet;
  /** The cards as they were when the person took them; empty for a whole cell. */
  readonly before: readonly BoardCard[];
  readonly lane: BoardLane;
  /** Ask even for one card: the data are old. */
  readonly askAlways: boolean;
}

export interface Placement {
  readonly notice: Notice | null;
  tell(notice: Notice | null): void;
  /** What changed while the cards were held, to be confirmed or left. */
  readonly changed: { readonly placing: Placing; readonly changes: readonly HeldChange[] } | null;
  leave(): void;
  place(placing: Placing): void;
  /** Places although the cards changed meanwhile. */
  placeAnyway(): void;
  undo(batchIds: readonly string[]): void;
}

/** How long a line stays that nobody closes. */
const NOTICE_MS = 20_000;

/**
 * Puts cards into a lane, always by the desk's decisions: one card that needs no word is committed at once, with a way
 * back; several, a reason to give, a lane that asks one: through the preview that people read.
 */
export function usePlacement(): Placement {
  const { client } = useDesk();
  const { decide } = useDecisions();
  const [notice, tell] = useState<Notice | null>(null);
  const [changed, setChanged] = useState<Placement['changed']>(null);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => tell(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  const commitOne = useCallback(
    async (placing: Placing, priority: Priority): Promise<void> => {
      const { set, before, lane, askAlways } = placing;
      const [card] = before;
      const draft = draftOf('set-priority', { priority });
      if (card === undefined || askAlways) return decide(draft, set);
      const decision = { kind: 'set-priority' as const, priority, reason: null };
      const { previewId, counts, rows, asksReason } = await client.decisions.preview({ decision, targets: set });
      const say = (text: string, alarming = false) => tell({ text, alarming, batchIds: [] });
      if (counts.invalid > 0) return say(FR_BOARD.refused(rows[0]?.remarks.join(' ') ?? ''), true);
      if (counts.changes === 0) return say(FR_BOARD.alreadyThere(laneWords(lane)));
      if (asksReason !== null) return decide(draft, set);
      // The preview froze what is true now: what changed before it was not what the person saw.
      const { cards } = await client.board.cards({ ids: [card.id] });
      const changes = changesOf(before, cards);
      if (changes.length > 0) return setChanged({ placing, changes });
      const { batchId } = await client.decisions.commit({ previewId, reason: null });
      tell({ text: FR_BOARD.placed(cardLabel(card), laneWords(lane)), alarming: false, batchIds: [batchId] });
    },
    [client, decide],
  );

  const commit = useCallback(
    async (placing: Placing): Promise<void> => {
      const { set, before, lane } = placing;
      if (lane === 'closed') return decide(draftOf('close-mission'), set);
      if (before.some((card) => card.lane === 'closed')) return decide(draftOf('reopen-mission'), set);
      if (set.type === 'ids' && set.ids.length === 1) return commitOne(placing, lane);
      decide(draftOf('set-priority', { priority: lane }), set);
    },
    [decide, commitOne],
  );

  const safely = useCallback((work: Promise<void>) => {
    work.catch((error: unknown) => tell({ text: faultOf(error).sentence, alarming: true, batchIds: [] }));
  }, []);

  /** What others did while the person held the cards is said first. */
  const checkThenCommit = useCallback(
    async (placing: Placing): Promise<void> => {
      const { before, lane } = placing;
      const ids = before.map(({ id }) => id);
      if (ids.length > 0 && before.every((card) => card.lane === lane))
        return tell({ text: FR_BOARD.alreadyThere(laneWords(lane)), alarming: false, batchIds: [] });
      const { cards } = ids.length === 0 ? { cards: [] } : await client.board.cards({ ids });
      const changes = changesOf(before, cards);
      if (changes.length > 0) setChanged({ placing, changes });
      else await commit(placing);
    },
    [client, commit],
  );

  return {
    notice,
    tell,
    changed,
    leave: () => setChanged(null),
    place: useCallback(
      (placing: Placing) => {
        // What was said of the move before would now offer to undo this one.
        tell(null);
        safely(checkThenCommit(placing));
      },
      [safely, checkThenCommit],
    ),
    placeAnyway() {
      if (changed === null) return;
      const { placing, changes } = changed;
      setChanged(null);
      // From here on the person knows: the cards are as they were just told.
      const told = new Map(changes.map(({ id, card }) => [id, card]));
      const before = placing.before.flatMap((card) => (told.has(card.id) ? (told.get(card.id) ?? []) : card));
      if (before.length === 0) return;
      safely(commit({ ...placing, before, set: { type: 'ids', ids: before.map(({ id }) => id) } }));
    },
    undo: useCallback(
      (batchIds: readonly string[]) => {
        const run = async () => {
          const refused: string[] = [];
          for (const batchId of batchIds.toReversed())
            refused.push(...(await client.decisions.undo({ batchId })).refused);
          tell(refused[0] === undefined ? null : { text: refused[0], alarming: true, batchIds: [] });
        };
        safely(run());
      },
      [client, safely],
    ),
  };
}
