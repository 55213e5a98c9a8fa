/** Who may be proposed for one mission, ranked; supply and score of every mission; what a thousand changes cost. */
import { Matches, rankMatches } from '../../../src-main/engine/matching/match-mission.ts';
import { answerPage } from '../../../src-main/engine/queries/table-answers.ts';
import { CANDIDATE_ROW_NAMES } from '../../../src-main/engine/rows/make-images.ts';
import type { DeskImage } from '../../../src-main/engine/tables/desk-image.ts';
import type { Store } from '../../../src-main/store/store.ts';
import type { BenchCase } from '../bench-case.ts';
import { buildImage, IMAGE_NOW, openFilledStore } from '../engine/open-image.ts';
import { quantileFigures, timeEach } from '../figure.ts';

const MISSIONS = 500;
const ROUNDS = 12;
const CHANGED = 1_000;
const P99_MS = 5;
const ALL_MS = 3_000;

function changeRows(store: Store, image: DeskImage, round: number): void {
  const table = image.candidates.image;
  const ids = Array.from({ length: CHANGED }, (_, index) => table.idAt((index * 7) % table.size) ?? '');
  store.transaction('mirror', ({ statements, touched }) => {
    statements.run(
      `UPDATE main.candidate SET "openProposals" = ? WHERE id IN (SELECT value FROM json_each(?))`,
      round % 3,
      JSON.stringify(ids),
    );
    for (const id of ids) touched.row('candidate', id);
  });
  image.flush();
  answerPage(table, CANDIDATE_ROW_NAMES, {
    filters: [],
    search: '',
    sorts: [{ column: 'openProposals', descending: true }],
    offset: 0,
    limit: 50,
  });
}

export const engineMatching: BenchCase = async (input) => {
  const store = openFilledStore(input);
  try {
    const { image } = await buildImage(store);
    const rows = [...image.missions.rows.values()];
    const terms = image.candidates.terms;
    const ids = image.candidates.image.idRanks();
    const one = timeEach(rows.slice(0, MISSIONS), (row) =>
      rankMatches(new Matches(image.missions.terms(row, image.candidates, IMAGE_NOW), terms), ids, 0, 50),
    );
    const all = timeEach([0], () => image.deriveAll());
    const changes = timeEach(
      Array.from({ length: ROUNDS }, (_, round) => round),
      (round) => changeRows(store, image, round),
    );
    image.stop();
    return {
      milliseconds: all.sum,
      count: rows.length,
      figures: [
        ...quantileFigures('Candidats d’une mission, classés', one, P99_MS),
        { label: 'Vivier et score de toutes les missions', value: all.sum, unit: 'ms', budget: ALL_MS },
        ...quantileFigures('1 000 candidats changés, relus, triés', changes),
      ],
    };
  } finally {
    store.close();
  }
};
