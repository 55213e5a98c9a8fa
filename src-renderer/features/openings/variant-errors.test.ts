import { describe, expect, it } from 'vitest';
import { firstVariant } from './opening-window-state.ts';
import { variantErrors } from './variant-errors.ts';

const TODAY = '2021-03-15';
const fieldsOf = (patch: Partial<ReturnType<typeof firstVariant>>) =>
  variantErrors('A', { ...firstVariant(TODAY, 6), ...patch }, TODAY).map(({ field }) => field);

describe('what keeps a variant from being simulated', () => {
  it('D6 a first variant needs nothing', () => {
    expect(fieldsOf({})).toEqual([]);
  });

  it.each([
    [{ lenderAgencies: [] }, ['A lenderAgencies']],
    [{ poolKinds: [] }, ['A poolKinds']],
    [{ mobilisations: [] }, ['A mobilisations']],
    [{ fromDate: '', untilDate: 'bientôt' }, ['A fromDate', 'A untilDate']],
    [{ fromDate: '2021-04-03', untilDate: '2021-04-02' }, ['A untilDate']],
    [{ fromDate: '2021-03-01', untilDate: '2021-03-14' }, ['A untilDate']],
    [{ ceiling: 0 }, ['A ceiling']],
    [{ ceiling: 100_001 }, ['A ceiling']],
  ])('D6 %o is to mend in %o', (patch, fields) => {
    expect(fieldsOf(patch)).toEqual(fields);
  });
});
