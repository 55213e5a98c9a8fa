/** Where each mission of the image stands on the board. */
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import type { ColumnarImage } from '../image/columnar-image.ts';

const CLOSED = BOARD_LANES.indexOf('closed');
const LANE_OF_PRIORITY = new Map<unknown, number>(BOARD_LANES.map((lane, index) => [lane, index]));

/**
 * The place of a mission's lane among BOARD_LANES, or -1 where the board does not show it: without need, ended,
 * archived, and filled unless asked for (DOMAIN §2.6).
 */
export function laneReader(image: ColumnarImage, withFilled: boolean): (slot: number) => number {
  const [state, priority] = [image.column('missionState'), image.column('priority')];
  return (slot) => {
    const now = state.read(slot);
    if (now === 'closed') return CLOSED;
    if (now !== 'open' && !(withFilled && now === 'filled')) return -1;
    return LANE_OF_PRIORITY.get(priority.read(slot)) ?? -1;
  };
}

export function laneAt(index: number): BoardLane {
  return BOARD_LANES[index] ?? 'none';
}

/** Reads a number of the image, 0 where there is none. */
export function numberReader(image: ColumnarImage, name: string): (slot: number) => number {
  const column = image.column(name);
  return (slot) => Number(column.read(slot) ?? 0);
}
