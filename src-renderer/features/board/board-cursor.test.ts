import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import type { Cursor } from './board-cursor.ts';
import { clamped, firstCursor, movedCursor } from './board-cursor.ts';
import { bandsInSight, cellsToAsk, countIn, layoutOf, topOf } from './board-geometry.ts';

const totals = (missions: number) => ({
  missions,
  headcount: 0,
  accepted: 0,
  remaining: 0,
  covered: 0,
  withoutSupply: 0,
});
const swimlane = (value: string, counts: readonly number[]) => ({ value, lanes: counts.map(totals) });
const TITLED = { titled: true, foldedBands: [] };
const LANES: readonly BoardLane[] = BOARD_LANES.filter((lane) => lane !== 'closed');

const NANCY = JSON.stringify('54');
const METZ = JSON.stringify('57');
const BOARD = layoutOf([swimlane('54', [2, 0, 5, 0, 1, 9]), swimlane('57', [0, 3, 1, 0, 0, 0])], LANES, TITLED);
const at = (band: string, lane: BoardLane, index: number): Cursor => ({ band, lane, index });

describe('keys on the board', () => {
  it.each([
    ['down in a cell', at(NANCY, 'P1', 0), 'ArrowDown', at(NANCY, 'P1', 1)],
    ['down past the end, to the next swimlane with that lane', at(NANCY, 'P3', 4), 'ArrowDown', at(METZ, 'P3', 0)],
    ['down at the very end: nowhere', at(NANCY, 'P1', 1), 'ArrowDown', at(NANCY, 'P1', 1)],
    ['up to the swimlane above, at its end', at(METZ, 'P3', 0), 'ArrowUp', at(NANCY, 'P3', 4)],
    ['right over an empty lane, at the same height', at(NANCY, 'P1', 1), 'ArrowRight', at(NANCY, 'P3', 1)],
    ['left, no lower than the lane is long', at(NANCY, 'P3', 4), 'ArrowLeft', at(NANCY, 'P1', 1)],
    ['right never into a folded lane', at(NANCY, 'none', 0), 'ArrowRight', at(NANCY, 'none', 0)],
    ['to the end', at(NANCY, 'P3', 0), 'End', at(NANCY, 'P3', 4)],
    ['to the start', at(NANCY, 'P3', 3), 'Home', at(NANCY, 'P3', 0)],
  ] as const)('%s', (_, from, key, to) => {
    expect(movedCursor(from, key, BOARD.bands, LANES)).toEqual(to);
  });

  it('keeps its place when the card leaves, and goes to the last one when the cell shortens', () => {
    expect(clamped(at(NANCY, 'P3', 4), BOARD.bands, LANES)).toEqual(at(NANCY, 'P3', 4));
    expect(clamped(at(NANCY, 'P3', 12), BOARD.bands, LANES)).toEqual(at(NANCY, 'P3', 4));
    expect(clamped(at(NANCY, 'P4', 0), BOARD.bands, LANES)).toEqual(firstCursor(BOARD.bands, LANES));
  });

  it('whatever the keys, stays on a card that is there', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    const counts = fc.array(fc.nat(4), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(counts, { minLength: 1, maxLength: 5 }),
        fc.array(fc.constantFrom(...keys)),
        (rows, pressed) => {
          const { bands } = layoutOf(
            rows.map((row, index) => swimlane(String(index), row)),
            LANES,
            TITLED,
          );
          let cursor = firstCursor(bands, LANES);
          for (const key of pressed) cursor = cursor === null ? null : movedCursor(cursor, key, bands, LANES);
          const isThere = (place: Cursor) =>
            place.index >= 0 &&
            place.index <
              countIn(
                bands.find(({ key }) => key === place.band),
                place.lane,
              );
          expect(cursor === null || isThere(cursor)).toBe(true);
          expect(cursor === null).toBe(rows.every((row) => row.slice(0, 5).every((count) => count === 0)));
        },
      ),
    );
  });
});

describe('what the board asks for', () => {
  const long = layoutOf([swimlane('54', [8_000, 0, 300, 0, 12_000, 40])], LANES, { titled: false, foldedBands: [] });

  it('of 20,000 missions only some cards around what is in sight, whatever the scroll', () => {
    fc.assert(
      fc.property(fc.nat(long.height), (top) => {
        const asked = cellsToAsk(long, LANES, { top, bottom: top + 1_400 }, null);
        expect(asked.reduce((sum, { limit }) => sum + limit, 0)).toBeLessThanOrEqual(5 * 48);
        for (const band of bandsInSight(long, { top, bottom: top + 1_400 }))
          for (const { offset, limit } of asked) {
            expect(topOf(band, offset)).toBeLessThanOrEqual(top + 1_400);
            expect(topOf(band, offset + limit)).toBeGreaterThanOrEqual(top - 100);
          }
      }),
    );
  });

  it('asks nothing of a folded lane or swimlane, and always the card where the person is', () => {
    const folded = layoutOf([swimlane('54', [5, 5, 5, 5, 5, 5])], LANES, { titled: true, foldedBands: [NANCY] });
    expect(cellsToAsk(folded, LANES, { top: 0, bottom: 900 }, null)).toEqual([]);
    const far = cellsToAsk(long, LANES, { top: 0, bottom: 900 }, at(JSON.stringify('54'), 'none', 9_001));
    expect(far[0]).toMatchObject({ lane: 'none', offset: 9_000 });
    expect(far.some(({ lane }) => lane === 'closed')).toBe(false);
  });
});
