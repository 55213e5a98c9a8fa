/** A question that a person may ask of the candidates' table, and the same in SQL. */
import type { TableFilter, TableQuery } from '../../../contract/app/table-query.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';

export interface Question {
  readonly query: TableQuery;
  readonly where: string;
  readonly parameters: readonly (string | number)[];
  readonly order: string;
}

interface DrawnFilter {
  readonly filter: TableFilter;
  readonly where: string;
  readonly parameters: readonly (string | number)[];
}

function drawFilter(random: SeededRandom): DrawnFilter {
  const flag = random.pick(['weekend', 'vehicle', 'ehpad']);
  const value = random.next(2);
  const among = random.pick([
    ['profession', ['infirmier-diplome-etat', 'medecin', 'aide-soignant']],
    ['departement', ['54', '75', '35', '13']],
    ['verification', ['verified', 'to-verify']],
  ] as const);
  const chosen = random.pick(among[1]);
  const from = `2020-10-${10 + random.next(20)}`;
  return random.pick<DrawnFilter>([
    { filter: { type: 'flag', column: flag, value: value === 1 }, where: `"${flag}" = ?`, parameters: [value] },
    { filter: { type: 'among', column: among[0], values: [chosen] }, where: `"${among[0]}" = ?`, parameters: [chosen] },
    {
      filter: { type: 'between', column: 'startDate', from, to: null },
      where: '"startDate" >= ?',
      parameters: [from],
    },
  ]);
}

/** One to three filters, any sort, the first page or a far one. */
export function drawQuestion(random: SeededRandom): Question {
  const filters = Array.from({ length: 1 + random.next(3) }, () => drawFilter(random));
  const column = random.pick(['startDate', 'number', 'departement', 'openProposals', 'profession']);
  const descending = random.next(2) === 1;
  const offset = random.pick([0, 0, 0, 1000]);
  return {
    query: {
      filters: filters.map(({ filter }) => filter),
      search: '',
      sorts: [{ column, descending }],
      offset,
      limit: 50,
    },
    where: filters.map(({ where }) => where).join(' AND '),
    parameters: filters.flatMap(({ parameters }) => parameters),
    order: `"${column}" ${descending ? 'DESC' : 'ASC'}, id LIMIT 50 OFFSET ${offset}`,
  };
}
