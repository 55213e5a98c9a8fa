import { describe, expect, it } from 'vitest';
import { isSameRow } from './grid-row.tsx';

const drawn: Parameters<typeof isSameRow>[0] = {
  ...{ row: {}, chosen: false, looked: false, reached: false, group: null, choosable: false },
  ...{ columns: [], attributes: {}, children: null },
};

describe('a row of a table', () => {
  it('is not drawn again when nothing of it changed', () => {
    expect(isSameRow(drawn, { ...drawn, attributes: {}, children: 'again' })).toBe(true);
  });

  it.each([
    // Who may decide is known a moment after the rows: without this, titles had a box and rows had none.
    { choosable: true },
    { chosen: true },
    { looked: true },
    { reached: true },
    { group: 'Moselle' },
    { row: {} },
  ])('is drawn again with %o', (change) => {
    expect(isSameRow(drawn, { ...drawn, ...change })).toBe(false);
  });
});
