/** The closed lists of the board, without any schema: windows carry them. */
import { PRIORITIES } from '../domain/priority.ts';

/** Five priorities, then the missions closed by an ARS or the CCS (DOMAIN §2.6-2.7). */
export const BOARD_LANES = [...PRIORITIES, 'closed'] as const;
export type BoardLane = (typeof BOARD_LANES)[number];

export const BOARD_SWIMLANES = ['none', 'departement', 'profession', 'regulatorName', 'agency'] as const;
export type BoardSwimlane = (typeof BOARD_SWIMLANES)[number];

/** What comes first in a cell: the highest score, the nearest start, the oldest need. */
export const BOARD_ORDERS = ['score', 'daysToStart', 'ageDays'] as const;
export type BoardOrder = (typeof BOARD_ORDERS)[number];

/** Parts of cells asked in one question, and cards of each. */
export const MOST_BOARD_CELLS = 240;
export const MOST_CELL_CARDS = 120;
