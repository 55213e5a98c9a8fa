/** Any filter, any sort, any page, counts and facets: the image beside plain SQL over the same rows, answers compared. */
import { answerFacet, answerPage } from '../../../src-main/engine/queries/table-answers.ts';
import { CANDIDATE_ROW_NAMES } from '../../../src-main/engine/rows/make-images.ts';
import type { DeskImage } from '../../../src-main/engine/tables/desk-image.ts';
import type { Store } from '../../../src-main/store/store.ts';
import { randomFrom } from '../../support/seeded-random.ts';
import type { BenchCase } from '../bench-case.ts';
import type { Question } from '../engine/draw-question.ts';
import { drawQuestion } from '../engine/draw-question.ts';
import { buildImage, openFilledStore } from '../engine/open-image.ts';
import type { Figure } from '../figure.ts';
import { quantileFigures, timeEach } from '../figure.ts';

const QUESTIONS = 500;
/** SQL is slow enough to be sure of it with fewer. */
const QUESTIONS_IN_SQL = 125;
const NAMES = ['marle', 'duboi', '6552', 'nançon', 'roc val'];
const P99_MS = 5;
/** How many times better than SQL the slowest pages are to be. */
const BETTER = 15;

function requireSameAnswers(store: Store, image: DeskImage, asked: readonly Question[]): void {
  for (const { query, where, parameters, order } of asked.slice(0, 30)) {
    const sql = store.statements.rows<{ id: string }>(
      `SELECT id FROM main.candidate WHERE ${where} ORDER BY ${order}`,
      ...parameters,
    );
    const { rows } = answerPage(image.candidates.image, CANDIDATE_ROW_NAMES, query);
    const isSame = JSON.stringify(rows.map(({ id }) => id)) === JSON.stringify(sql.map(({ id }) => id));
    if (!isSame) throw new Error(`The image and SQL differ: ${JSON.stringify(query)}`);
  }
}

function measureTables(store: Store, image: DeskImage, asked: readonly Question[]): Figure[] {
  const table = image.candidates.image;
  const fewer = asked.slice(0, QUESTIONS_IN_SQL);
  // Orders of columns are made when they are first asked for: that belongs to the building.
  for (const { query } of asked) answerPage(table, CANDIDATE_ROW_NAMES, query);
  const page = timeEach(asked, ({ query }) => answerPage(table, CANDIDATE_ROW_NAMES, query));
  const pageInSql = timeEach(fewer, ({ where, parameters, order }) => {
    store.statements.rows(`SELECT * FROM main.candidate WHERE ${where} ORDER BY ${order}`, ...parameters);
    store.statements.rows(`SELECT count(*) FROM main.candidate WHERE ${where}`, ...parameters);
  });
  const facet = timeEach(asked, ({ query: { filters } }) =>
    answerFacet(table, { column: 'departement', filters, search: '' }),
  );
  const facetInSql = timeEach(fewer, ({ where, parameters }) =>
    store.statements.rows(
      `SELECT departement, count(*) FROM main.candidate WHERE ${where} GROUP BY departement`,
      ...parameters,
    ),
  );
  const search = timeEach(asked, (question) =>
    answerPage(table, CANDIDATE_ROW_NAMES, {
      ...question.query,
      filters: [],
      search: NAMES[asked.indexOf(question) % NAMES.length] ?? '',
    }),
  );
  const manySorts = timeEach(asked, ({ query }) =>
    answerPage(table, CANDIDATE_ROW_NAMES, {
      ...query,
      sorts: [
        { column: 'status', descending: false },
        { column: 'profession', descending: true },
        { column: 'lastName', descending: false },
      ],
    }),
  );
  const better = (label: string, sql: number, own: number): Figure => ({
    label,
    value: sql / own,
    unit: '×',
    budget: BETTER,
    hold: 'at-least',
  });
  return [
    ...quantileFigures('Page et compte, image', page, P99_MS),
    ...quantileFigures('Page et compte, SQL seul', pageInSql),
    better('Page et compte : p99 de SQL / image', pageInSql.p99, page.p99),
    ...quantileFigures('Facette, image', facet, P99_MS),
    ...quantileFigures('Facette, SQL seul', facetInSql),
    better('Facette : p99 de SQL / image', facetInSql.p99, facet.p99),
    ...quantileFigures('Recherche libre, image', search),
    ...quantileFigures('Trois tris, image', manySorts),
  ];
}

export const engineTables: BenchCase = async (input) => {
  const store = openFilledStore(input);
  try {
    const { image, missionsAfter, allAfter } = await buildImage(store);
    const random = randomFrom(7);
    const asked = Array.from({ length: QUESTIONS }, () => drawQuestion(random));
    requireSameAnswers(store, image, asked);
    const figures = measureTables(store, image, asked);
    const count = image.candidates.image.size + image.missions.image.size;
    image.stop();
    const missions: Figure = { label: 'Image, missions prêtes', value: missionsAfter, unit: 'ms', budget: null };
    return { milliseconds: allAfter, count, figures: [missions, ...figures] };
  } finally {
    store.close();
  }
};
