/**
 * The engine's figures: any filter, sort, page, count and facet beside plain SQL over the same rows, candidates of one
 * mission and of all, building the image, memory. Answers of both are compared before anything is told.
 *
 * node tests/bench/engine-figures.ts [--candidates 20000] [--missions 2000] [--questions 300]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TableFilter, TableQuery } from '../../contract/app/table-query.ts';
import { Matches, rankMatches } from '../../src-main/engine/matching/match-mission.ts';
import { answerFacet, answerPage } from '../../src-main/engine/queries/table-answers.ts';
import { createRowSource } from '../../src-main/engine/row-source.ts';
import { CANDIDATE_ROW_NAMES } from '../../src-main/engine/rows/make-images.ts';
import { DeskImage } from '../../src-main/engine/tables/desk-image.ts';
import type { Store } from '../../src-main/store/store.ts';
import { openStore } from '../../src-main/store/store.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { randomFrom } from '../support/seeded-random.ts';
import { fillBase } from './engine-rows.ts';

const NOW = Date.parse('2020-11-15T10:00:00Z');
const { values } = parseArgs({
  options: {
    candidates: { type: 'string', default: '20000' },
    missions: { type: 'string', default: '2000' },
    questions: { type: 'string', default: '300' },
  },
});
const size = { candidates: Number(values.candidates), missions: Number(values.missions) };
const questions = Number(values.questions);

interface Question {
  readonly query: TableQuery;
  /** The same in SQL. */
  readonly where: string;
  readonly parameters: readonly (string | number)[];
  readonly order: string;
}

function drawFilter(random: SeededRandom): { filter: TableFilter; where: string; parameters: (string | number)[] } {
  const flag = random.pick(['weekend', 'vehicle', 'ehpad']);
  const value = random.next(2);
  const among = random.pick([
    ['profession', ['infirmier-diplome-etat', 'medecin', 'aide-soignant']],
    ['departement', ['54', '75', '35', '13']],
    ['verification', ['verified', 'to-verify']],
  ] as const);
  const chosen = random.pick(among[1]);
  const from = `2020-10-${10 + random.next(20)}`;
  return random.pick([
    { filter: { type: 'flag', column: flag, value: value === 1 }, where: `"${flag}" = ?`, parameters: [value] },
    { filter: { type: 'among', column: among[0], values: [chosen] }, where: `"${among[0]}" = ?`, parameters: [chosen] },
    {
      filter: { type: 'between', column: 'startDate', from, to: null },
      where: '"startDate" >= ?',
      parameters: [from],
    },
  ]);
}

function drawQuestion(random: SeededRandom): Question {
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

/** Milliseconds that this thread really worked: what a busy machine adds to the clock is not the engine's. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2);
}

function measure<Input>(what: string, inputs: readonly Input[], ask: (input: Input) => unknown): void {
  if (inputs.length > 1) for (const input of inputs.slice(0, 20)) ask(input);
  const wall: number[] = [];
  const processor: number[] = [];
  for (const input of inputs) {
    const [start, before] = [performance.now(), worked()];
    ask(input);
    processor.push(worked() - before);
    wall.push(performance.now() - start);
  }
  const ascending = (left: number, right: number): number => left - right;
  wall.sort(ascending);
  processor.sort(ascending);
  process.stdout.write(
    `${what} : p50 ${quantile(wall, 0.5)} ms, p99 ${quantile(wall, 0.99)} ms ; processeur p50 ${quantile(processor, 0.5)}, p99 ${quantile(processor, 0.99)}\n`,
  );
}

async function build(store: Store): Promise<{ image: DeskImage; missions: number; candidates: number }> {
  const start = performance.now();
  const image = new DeskImage({
    source: createRowSource(store),
    clock: () => NOW,
    turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
    tell: () => {},
    onFault: (error) => {
      throw error;
    },
  });
  await image.loaded('mission');
  const missions = performance.now() - start;
  await image.loaded('candidate');
  return { image, missions, candidates: performance.now() - start };
}

function requireSameAnswers(store: Store, image: DeskImage, asked: readonly Question[]): void {
  for (const { query, where, parameters, order } of asked.slice(0, 30)) {
    const sql = store.statements.rows<{ id: string }>(
      `SELECT id FROM main.candidate WHERE ${where} ORDER BY ${order}`,
      ...parameters,
    );
    const { rows } = answerPage(image.candidates.image, CANDIDATE_ROW_NAMES, query);
    const same = JSON.stringify(rows.map(({ id }) => id)) === JSON.stringify(sql.map(({ id }) => id));
    // Categories sort in French order, text in SQL by code unit: only those without accents can be compared.
    if (!same) throw new Error(`The image and SQL differ: ${JSON.stringify(query)}`);
  }
}

function measureTables(store: Store, image: DeskImage, asked: readonly Question[]): void {
  const table = image.candidates.image;
  for (const { query } of asked) answerPage(table, CANDIDATE_ROW_NAMES, query);
  measure('page et compte, image', asked, ({ query }) => answerPage(table, CANDIDATE_ROW_NAMES, query));
  // SQL is slow enough to be sure of it with fewer.
  const fewer = asked.slice(0, Math.ceil(asked.length / 4));
  measure('page, SQL seul', fewer, ({ where, parameters, order }) =>
    store.statements.rows(`SELECT * FROM main.candidate WHERE ${where} ORDER BY ${order}`, ...parameters),
  );
  measure('compte, SQL seul', fewer, ({ where, parameters }) =>
    store.statements.rows(`SELECT count(*) FROM main.candidate WHERE ${where}`, ...parameters),
  );
  measure('facette, image', asked, ({ query: { filters } }) =>
    answerFacet(table, { column: 'departement', filters, search: '' }),
  );
  measure('facette, SQL seul', fewer, ({ where, parameters }) =>
    store.statements.rows(
      `SELECT departement, count(*) FROM main.candidate WHERE ${where} GROUP BY departement`,
      ...parameters,
    ),
  );
  const names = ['marle', 'duboi', '6552', 'nançon', 'roc val'];
  measure('recherche libre, image', asked, (question) => {
    const search = names[asked.indexOf(question) % names.length] ?? '';
    return answerPage(table, CANDIDATE_ROW_NAMES, { ...question.query, filters: [], search });
  });
  measure('tri multiple, image', asked, ({ query }) =>
    answerPage(table, CANDIDATE_ROW_NAMES, {
      ...query,
      sorts: [
        { column: 'status', descending: false },
        { column: 'profession', descending: true },
        { column: 'lastName', descending: false },
      ],
    }),
  );
}

function measureMatching(image: DeskImage): void {
  const rows = [...image.missions.rows.values()];
  measure('candidats d’une mission, classés', rows.slice(0, questions), (row) => {
    const matches = new Matches(image.missions.terms(row, image.candidates, NOW), image.candidates.terms);
    return rankMatches(matches, image.candidates.image.idRanks(), 0, 50);
  });
  measure('candidats de toutes les missions', [0], () => {
    let pairs = 0;
    for (const row of rows) {
      pairs += new Matches(image.missions.terms(row, image.candidates, NOW), image.candidates.terms).slots.length;
    }
    return pairs;
  });
  measure('vivier et score de toutes les missions', [0], () => image.deriveAll());
}

function measurePatches(store: Store, image: DeskImage): void {
  const ids = Array.from({ length: 1000 }, (_, index) => image.candidates.image.idAt(index * 7) ?? '');
  const query = {
    filters: [],
    search: '',
    sorts: [{ column: 'openProposals', descending: true }],
    offset: 0,
    limit: 50,
  };
  const rounds = Array.from({ length: 12 }, (_, round) => round);
  measure('1 000 candidats changés, relus, triés', rounds, (round) => {
    store.transaction('mirror', ({ statements, touched }) => {
      statements.run(
        `UPDATE main.candidate SET "openProposals" = ? WHERE id IN (SELECT value FROM json_each(?))`,
        round % 3,
        JSON.stringify(ids),
      );
      for (const id of ids) touched.row('candidate', id);
    });
    image.flush();
    return answerPage(image.candidates.image, CANDIDATE_ROW_NAMES, query);
  });
}

const folder = await mkdtemp(join(tmpdir(), 'renfort-engine-'));
const store = openStore(join(folder, 'base.sqlite'), new Uint8Array(32).fill(7), { personId: 'bench' });
try {
  fillBase(store, size);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const { image, missions, candidates } = await build(store);
  process.stdout.write(`${size.candidates} candidats, ${size.missions} missions ; ${questions} questions\n`);
  process.stdout.write(`image : missions ${Math.round(missions)} ms, tout ${Math.round(candidates)} ms\n`);
  const random = randomFrom(7);
  const asked = Array.from({ length: questions }, () => drawQuestion(random));
  requireSameAnswers(store, image, asked);
  image.deriveAll();
  measureTables(store, image, asked);
  measureMatching(image);
  measurePatches(store, image);
  globalThis.gc?.();
  const after = process.memoryUsage();
  image.stop();
  const mega = (bytes: number): number => Math.round(bytes / 1e6);
  process.stdout.write(
    `mémoire de l’image : ${mega(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers)} Mo ; processus ${mega(after.rss)} Mo\n`,
  );
} finally {
  store.close();
  await rm(folder, { recursive: true, force: true });
}
