/**
 * Cards in a person's hand, by pointer or by keyboard. Pure.
 *
 * ```
 *  nothing ──Space, or a drag of more than a few pixels──▶ held ──Enter, pointer up──▶ placed (preview, then commit)
 *     ▲                                                     │  ▲
 *     └───────────── Escape, pointer lost ──────────────────┘  └── arrows, pointer: another lane
 * ```
 *
 * What is held stays where it was until it is put down, whatever others do meanwhile; what they did is said before
 * anything is committed.
 */
import type { BoardCard } from '../../../contract/app/board-contract.ts';
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import type { ChosenSet } from '../../tables/chosen-set.ts';

export interface Hold {
  readonly by: 'pointer' | 'keys';
  readonly set: ChosenSet;
  /** The card that was grabbed: what the ghost shows. */
  readonly card: BoardCard;
  readonly target: BoardLane;
}

export function countHeld({ set }: Pick<Hold, 'set'>): number {
  return set.type === 'ids' ? set.ids.length : set.count;
}

/** The lane beside, where there is one. */
export function withTarget(hold: Hold, lanes: readonly BoardLane[], step: 1 | -1): Hold {
  const target = lanes[lanes.indexOf(hold.target) + step];
  return target === undefined ? hold : { ...hold, target };
}

/** What somebody else did to a card while it was held. */
export interface HeldChange {
  readonly id: string;
  readonly card: BoardCard | null;
  readonly name: string;
}

/**
 * Cards that are no longer what they were when they were grabbed: gone, in another lane, or judged anew by somebody
 * else. One's own decision that was confirmed meanwhile is no change.
 */
export function changesOf(before: readonly BoardCard[], now: readonly BoardCard[]): readonly HeldChange[] {
  const current = new Map(now.map((card) => [card.id, card]));
  return before.flatMap((held): HeldChange[] => {
    const card = current.get(held.id) ?? null;
    const name = held.establishmentName;
    if (card === null) return [{ id: held.id, card, name }];
    const isJudged = card.version !== held.version && card.movedBy !== null;
    return isJudged || card.lane !== held.lane ? [{ id: held.id, card, name }] : [];
  });
}
