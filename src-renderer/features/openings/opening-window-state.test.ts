import { describe, expect, it } from 'vitest';
import { openingVariantSchema } from '../../../contract/app/simulation-shapes.ts';
import { firstState } from '../../tables/first-state.ts';
import { OPENING_COLUMNS } from './opening-columns.tsx';
import { firstVariant, readOpeningWindowState } from './opening-window-state.ts';

const FIRST = firstState(OPENING_COLUMNS, []);
const read = (kept: object | null) =>
  readOpeningWindowState(kept === null ? null : JSON.stringify(kept), FIRST, '2021-03-15');

describe('what an openings window keeps', () => {
  it('shows the list when nothing was kept, or nothing readable', () => {
    expect(read(null)).toEqual({ table: FIRST, looked: null, variants: null, simulating: false });
    expect(readOpeningWindowState('{', FIRST, '2021-03-15').variants).toBeNull();
    expect(read({ variants: [{ ceiling: 'dix' }] }).variants).toBeNull();
  });

  it('D6 begins a simulation for the missions that another window names', () => {
    const { variants } = read({
      simulate: { agency: 6, missions: ['m-1'], professions: ['aide-soignant', 'aide-soignant'] },
    });
    expect(variants).toMatchObject([
      {
        receiverAgency: 6,
        receiverMissions: ['m-1'],
        professions: ['aide-soignant'],
        fromDate: '2021-03-15',
        untilDate: '2021-03-29',
      },
    ]);
    expect(read({ simulate: { agency: null, missions: [], professions: [] } }).variants).toBeNull();
  });

  it('keeps variants as they were being written', () => {
    const variants = [
      firstVariant('2021-03-15', 4, { ceiling: 3 }),
      firstVariant('2021-03-15', 4, { lenderAgencies: [6] }),
    ];
    expect(variants.every((one) => openingVariantSchema.safeParse(one).success)).toBe(true);
    expect(read({ variants, looked: 'o-1' })).toMatchObject({ variants, looked: 'o-1', simulating: true });
    expect(read({ variants, simulating: false })).toMatchObject({ variants, simulating: false });
  });
});
