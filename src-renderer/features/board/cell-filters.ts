/** A cell of the board as filters of the queue: the same missions, by the same words. Pure. */
import type { BoardView } from '../../../contract/app/board-contract.ts';
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import type { TableFilter } from '../../../contract/app/table-query.ts';
import type { BoardState } from './board-state.ts';

export function cellFilters(
  { swimlane, withFilled }: Pick<BoardState, 'swimlane' | 'withFilled'>,
  value: BoardView['swimlanes'][number]['value'],
  lane: BoardLane,
): readonly TableFilter[] {
  const states = lane === 'closed' ? ['closed'] : withFilled ? ['open', 'filled'] : ['open'];
  return [
    { type: 'among', column: 'missionState', values: states },
    ...(lane === 'closed' ? [] : [{ type: 'among' as const, column: 'priority', values: [lane] }]),
    ...(swimlane === 'none' ? [] : [{ type: 'among' as const, column: swimlane, values: [value] }]),
  ];
}
