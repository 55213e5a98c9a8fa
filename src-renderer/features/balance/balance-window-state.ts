/** What a balance window keeps: the period asked, the measure shown, the cell chosen. Pure; read tolerantly. */

import { readKept } from '../../data/read-kept.ts';
import type { ChosenCell, Measure } from './heat-grid.tsx';

export interface BalanceWindowState {
  /** Null: today, whatever the day. */
  readonly from: string | null;
  readonly days: 1 | 7 | 28;
  readonly measure: Measure;
  readonly cell: ChosenCell;
}

const FIRST: BalanceWindowState = { from: null, days: 7, measure: 'tension', cell: { place: null, profession: null } };
const DAYS = [1, 7, 28] as const;
const MEASURES = ['tension', 'posts', 'free'] as const;

function readCell(kept: unknown): ChosenCell {
  const { place, profession } = (typeof kept === 'object' && kept !== null ? kept : {}) as {
    place?: { code?: unknown } | null;
    profession?: unknown;
  };
  const code = place?.code;
  const isPlace = typeof code === 'number' || typeof code === 'string' || code === null;
  return {
    place: place !== null && place !== undefined && isPlace ? { code: code as ChosenCell['profession'] } : null,
    profession: typeof profession === 'string' ? profession : null,
  };
}

export function readBalanceWindowState(kept: string | null): BalanceWindowState {
  const parsed = readKept(kept);
  const from = parsed['from'];
  return {
    from: typeof from === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(from) ? from : FIRST.from,
    days: DAYS.find((days) => days === parsed['days']) ?? FIRST.days,
    measure: MEASURES.find((measure) => measure === parsed['measure']) ?? FIRST.measure,
    cell: readCell(parsed['cell']),
  };
}
