/** The table's own question, as the mask that the map counts: the same people, whatever is filtered (F125). */
import { CANDIDATE_RANK_COLUMNS } from '../../../contract/app/candidate-columns.ts';
import type { TableFilter, TableQuery, TableRow } from '../../../contract/app/table-query.ts';
import { failure } from '../../rpc/failure.ts';
import type { ColumnarImage } from '../image/columnar-image.ts';
import { Matches } from '../matching/match-mission.ts';
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

const RANK_NAMES: readonly string[] = CANDIDATE_RANK_COLUMNS.map(({ name }) => name);
const isOfRank = ({ column }: TableFilter): boolean => RANK_NAMES.includes(column);

function ones(table: ColumnarImage, slots: Iterable<number>): Uint8Array {
  const mask = new Uint8Array(table.extent);
  for (const slot of slots) mask[slot] = 1;
  return mask;
}

function maskOfIds(table: ColumnarImage, ids: readonly string[]): Uint8Array {
  return ones(
    table,
    ids.map((id) => table.slotOf(id)).filter((slot) => slot !== undefined),
  );
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
  const terms = termsOfMission(image, missionId);
  const { slots } = new Matches(terms, image.candidates.terms);
  const made: { ranked: RankedCandidates | null } = { ranked: null };
  /** Ranks are for lists: the map counts without them. */
  const ranked = () => {
    made.ranked ??= new RankedCandidates(terms, image.candidates);
    return made.ranked;
  };
  const isWithin = (within: Uint8Array, id: TableRow[string] | undefined) =>
    within[table.slotOf(String(id)) ?? table.extent] === 1;
  return {
    mask: query.filters.some(isOfRank)
      ? maskOfIds(table, ranked().ids(query))
      : maskOf(table, query, ones(table, slots)),
    outOf: slots.length,
    ids: (within) =>
      ranked()
        .ids(query)
        .filter((id) => isWithin(within, id)),
    page(within) {
      const all = ranked().page({ ...query, offset: 0, limit: table.size });
      const rows = all.rows.filter((row) => isWithin(within, row['id']));
      const { offset, limit } = query;
      return { total: rows.length, outOf: all.outOf, rows: rows.slice(offset, offset + limit) };
    },
  };
}
