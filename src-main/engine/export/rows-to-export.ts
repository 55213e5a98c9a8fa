/** The rows that an export is of: everything that the question's filters find now, in its order. */
import type { ExportQuestion } from '../../../contract/app/export-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { failure } from '../../rpc/failure.ts';
import type { ColumnarImage } from '../image/columnar-image.ts';
import type { OpenDesk } from '../open-desk.ts';
import { RankedCandidates } from '../queries/ranked-candidates.ts';
import { answerIds } from '../queries/table-answers.ts';
import { CANDIDATE_ROW_NAMES, MISSION_ROW_NAMES } from '../rows/make-images.ts';
import type { ExportRows } from './export-table.ts';

/** Ids are found once; each row is read when its turn comes, as it is then. */
function rowsOf(ids: readonly string[], read: (id: string) => TableRow | null): ExportRows {
  return {
    count: ids.length,
    row(index) {
      const id = ids[index];
      return id === undefined ? null : read(id);
    },
  };
}

function rowOf(image: ColumnarImage, id: string, names: readonly string[]): TableRow | null {
  const slot = image.slotOf(id);
  return slot === undefined ? null : image.row(slot, names);
}

/** @throws the failure 'not-found' when the mission is not on this workstation; 'ill-formed' for a column that does not exist */
export async function rowsToExport({ image }: OpenDesk, { table }: ExportQuestion): Promise<ExportRows> {
  if (table.of === 'list') {
    return { count: table.rows.length, row: (index) => table.rows[index] ?? null };
  }
  if (table.of === 'changes') throw failure('not-found');
  await image.loaded('mission');
  if (table.of === 'missions') {
    image.flush();
    const ids = answerIds(image.missions.image, table.query);
    return rowsOf(ids, (id) => rowOf(image.missions.image, id, MISSION_ROW_NAMES));
  }
  await image.loaded('candidate');
  image.flush();
  if (table.missionId === null) {
    const ids = answerIds(image.candidates.image, table.query);
    return rowsOf(ids, (id) => rowOf(image.candidates.image, id, CANDIDATE_ROW_NAMES));
  }
  const mission = image.missions.rows.get(table.missionId);
  if (mission === undefined) throw failure('not-found');
  const { candidates } = image;
  const ranked = new RankedCandidates(image.missions.terms(mission, candidates, image.now), candidates);
  return rowsOf(ranked.ids(table.query), (id) => (candidates.image.slotOf(id) === undefined ? null : ranked.row(id)));
}
