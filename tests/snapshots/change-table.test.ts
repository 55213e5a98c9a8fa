import { describe, expect, it } from 'vitest';
import { CHANGE_FIGURE_NAMES } from '../../contract/domain/snapshot-figure.ts';
import { createChangeTable } from '../../src-main/engine/snapshots/change-table.ts';
import type { ChangeLine } from '../../src-main/snapshots/compare/change-line.ts';
import { randomFrom } from '../support/seeded-random.ts';

const TURNS = { later: async () => undefined, stopwatch: () => 0 };
const QUERY = { filters: [], search: '', sorts: [], offset: 0, limit: 200 };
const MANY = 9_001;

function inventLines(): ChangeLine[] {
  const random = randomFrom(5);
  return Array.from({ length: MANY }, (_, index) => ({
    figure: random.pick(CHANGE_FIGURE_NAMES),
    id: `subject-${index}`,
    agency: 6,
    departement: random.pick(['54', '57', null]),
    profession: 'aide-soignant',
    subject: `EHPAD fictif ${index}`,
    before: 'none',
    after: null,
    by: null,
    weight: 1,
  }));
}

describe('the table of changes', () => {
  it('gives every row of a figure page by page, each once, however many they are', async () => {
    const lines = inventLines();
    const table = await createChangeTable(TURNS, lines);
    for (const figure of [null, 'need-appeared', 'person-lost']) {
      const wanted = lines.filter((line) => figure === null || line.figure === figure);
      const ids: string[] = [];
      for (let offset = 0; offset < wanted.length; offset += 200)
        ids.push(...table.page(figure, { ...QUERY, offset }).rows.map(({ id }) => String(id)));
      expect(ids.sort()).toEqual(wanted.map((line) => `${line.figure} ${line.id}`).sort());
      expect(table.rows(figure, QUERY).count).toBe(wanted.length);
    }
  });

  it('filters, searches, counts, and says what a state is a state of', async () => {
    const table = await createChangeTable(TURNS, inventLines());
    const filters = [{ type: 'among' as const, column: 'departement', values: ['54'] }];
    const { total, outOf, rows } = table.page('priority-moved', { ...QUERY, filters });
    const facet = table.facet('priority-moved', { column: 'departement', filters, search: '' });
    expect(facet.values.find(({ value }) => value === '54')?.count).toBe(total);
    expect(facet.values.reduce((sum, { count }) => sum + count, 0)).toBe(outOf);
    expect(rows[0]).toMatchObject({ before: 'priority:none', after: null });
    expect(table.page('person-proposed', QUERY).rows[0]).toMatchObject({ before: 'person:none' });
    expect(table.page(null, { ...QUERY, search: 'fictif 9000' }).total).toBe(1);
  });
});
