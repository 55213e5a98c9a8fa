/** The table's own question, as the mask that the map counts: the same people, whatever is filtered (F125). */
import type { TableQuery, TableRow } from '../../../contract/app/table-query.ts';
import { failure } from '../../rpc/failure.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';
import { RankedCandidates } from '../queries/ranked-candidates.ts';
import type { PageAnswer } from '../queries/table-answers.ts';
import { answerIds, answerPage, maskOf } from '../queries/table-answers.ts';
import { CANDIDATE_ROW_NAMES } from '../rows/make-images.ts';
import type { DeskImage } from '../tables/desk-image.ts';

export interface MapQuestion {
  /** By slot of the candidates' image. */
  readonly mask: Uint8Array;
  readonly outOf: number;
  /** Ids in the table's order, of those that `within` keeps. */
  ids(within: Uint8Array): string[];
  /** A page of the table, of those that `within` keeps. */
  page(within: Uint8Array): PageAnswer;
}

/** @throws the failure 'not-found' when the mission is not on this workstation */
export function termsOfMission(image: DeskImage, missionId: string): MissionTerms {
  const row = image.missions.rows.get(missionId);
  if (row === undefined) throw failure('not-found');
  return image.missions.terms(row, image.candidates, image.now);
}

/** @throws the failure 'not-found' when the mission is not on this workstation */
export function mapQuestion(image: DeskImage, missionId: string | null, query: TableQuery): MapQuestion {
  const table = image.candidates.image;
  if (missionId === null) {
    return {
      mask: maskOf(table, query),
      outOf: table.size,
      ids: (within) => answerIds(table, query, within),
      page: (within) => answerPage(table, CANDIDATE_ROW_NAMES, query, within),
    };
  }
  const ranked = new RankedCandidates(termsOfMission(image, missionId), image.candidates);
  const mask = new Uint8Array(table.extent);
  // Any order will do, and that of a plain column is made already.
  for (const id of ranked.ids({ ...query, sorts: [{ column: 'number', descending: false }] })) {
    const slot = table.slotOf(id);
    if (slot !== undefined) mask[slot] = 1;
  }
  const isWithin = (within: Uint8Array, id: TableRow[string] | undefined) =>
    within[table.slotOf(String(id)) ?? table.extent] === 1;
  return {
    mask,
    outOf: ranked.page({ ...query, filters: [], search: '', sorts: [], offset: 0, limit: 0 }).outOf,
    ids: (within) => ranked.ids(query).filter((id) => isWithin(within, id)),
    page(within) {
      const all = ranked.page({ ...query, offset: 0, limit: table.size });
      const rows = all.rows.filter((row) => isWithin(within, row['id']));
      const { offset, limit } = query;
      return { total: rows.length, outOf: all.outOf, rows: rows.slice(offset, offset + limit) };
    },
  };
}
