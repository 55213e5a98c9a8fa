/** The candidates of one mission: those that no wall stops, with their rank, points and distance, under any filter and sort. */
import type { Facet, TableFilter, TableQuery, TableSort } from '../../../contract/app/table-query.ts';
import type { Cell } from '../image/compare-values.ts';
import { compareValues } from '../image/compare-values.ts';
import { Matches, rankMatches } from '../matching/match-mission.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';
import { CANDIDATE_ROW_NAMES } from '../rows/make-images.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';
import type { PageAnswer } from './table-answers.ts';
import { answerFacet, answerIds, answerPage, maskOf } from './table-answers.ts';

const RANK_COLUMNS: readonly string[] = ['rank', 'rankPoints', 'distanceKm'];
const isRankColumn = ({ column }: TableFilter | TableSort): boolean => RANK_COLUMNS.includes(column);
/** Whoever reads it does not measure in metres. */
const toTenths = (distance: number): number | null => (Number.isNaN(distance) ? null : Math.round(distance * 10) / 10);

/** Matches, and all that is asked of them, for one answer. */
export class RankedCandidates {
  readonly #table: CandidateTable;
  readonly #matches: Matches;
  readonly #indexes = new Map<number, number>();
  readonly #within: Uint8Array;
  /** By index of the matches, from 1: made when a page needs more than its own ranks. */
  #ranks: Uint32Array | null = null;

  constructor(mission: MissionTerms, table: CandidateTable) {
    this.#table = table;
    this.#matches = new Matches(mission, table.terms);
    this.#within = new Uint8Array(table.image.extent);
    this.#matches.slots.forEach((slot, index) => {
      this.#within[slot] = 1;
      this.#indexes.set(slot, index);
    });
  }

  page(query: TableQuery): PageAnswer {
    const { image } = this.#table;
    const isAll = query.filters.length === 0 && query.search.trim() === '';
    if (isAll && isByRank(query.sorts)) {
      const { slots } = this.#matches;
      const page = rankMatches(this.#matches, image.idRanks(), query.offset, query.offset + query.limit);
      const rows = page.map((index, place) => this.#row(index, query.offset + place + 1));
      return { total: slots.length, outOf: slots.length, rows };
    }
    if (!query.sorts.some(isRankColumn) && query.sorts.length > 0) {
      const answer = answerPage(image, CANDIDATE_ROW_NAMES, plain(query), this.#maskOf(query.filters));
      const rows = answer.rows.map((row) => this.#rowOf(String(row['id'])));
      return { total: answer.total, outOf: this.#matches.slots.length, rows };
    }
    const indexes = this.#sorted(query);
    const rows = indexes
      .slice(query.offset, query.offset + query.limit)
      .map((index) => this.#row(index, this.#rankAt(index)));
    return { total: indexes.length, outOf: this.#matches.slots.length, rows };
  }

  /** One of the ids that it found. */
  row(id: string): Record<string, Cell> {
    return this.#rowOf(id);
  }

  ids(query: TableQuery): string[] {
    const { image } = this.#table;
    if (!query.sorts.some(isRankColumn) && query.sorts.length > 0) {
      return answerIds(image, plain(query), this.#maskOf(query.filters));
    }
    return this.#sorted(query)
      .map((index) => image.idAt(this.#matches.slots[index] ?? 0))
      .filter((id) => id !== null);
  }

  facet(question: {
    readonly column: string;
    readonly filters: readonly TableFilter[];
    readonly search: string;
  }): Facet['values'] {
    const filters = question.filters.filter((filter) => !isRankColumn(filter));
    return answerFacet(this.#table.image, { ...question, filters }, this.#maskOf(question.filters));
  }

  /** Matches that pass the filters of the rank columns, as 1. */
  #maskOf(filters: readonly TableFilter[]): Uint8Array {
    const asked = filters.filter(isRankColumn);
    if (asked.length === 0) return this.#within;
    const mask = this.#within.slice();
    this.#matches.slots.forEach((slot, index) => {
      if (!asked.every((filter) => isWithin(this.#cell(index, filter.column), filter))) mask[slot] = 0;
    });
    return mask;
  }

  #sorted(query: TableQuery): number[] {
    const mask = maskOf(this.#table.image, plain(query), this.#maskOf(query.filters));
    const kept = [...this.#matches.slots.keys()].filter((index) => mask[this.#matches.slots[index] ?? 0] === 1);
    const { image } = this.#table;
    return kept.sort((left, right) => {
      for (const { column, descending } of query.sorts) {
        const order = this.#compare(left, right, column);
        if (order !== 0) return descending ? -order : order;
      }
      if (query.sorts.length === 0) return this.#rankAt(left) - this.#rankAt(right);
      const ids = image.idRanks();
      return (ids[this.#matches.slots[left] ?? 0] ?? 0) - (ids[this.#matches.slots[right] ?? 0] ?? 0);
    });
  }

  #compare(left: number, right: number, column: string): number {
    if (RANK_COLUMNS.includes(column)) return compareValues(this.#cell(left, column), this.#cell(right, column));
    const key = this.#table.image.column(column).sortKey();
    const [one, two] = [key(this.#matches.slots[left] ?? 0), key(this.#matches.slots[right] ?? 0)];
    if (one === two) return 0;
    return one < two ? -1 : 1;
  }

  #cell(index: number, column: string): Cell {
    if (column === 'rank') return this.#rankAt(index);
    if (column === 'rankPoints') return this.#matches.points(index);
    return toTenths(this.#matches.distance(index));
  }

  #rankAt(index: number): number {
    this.#ranks ??= this.#rankAll();
    return this.#ranks[index] ?? 0;
  }

  #rankAll(): Uint32Array {
    const ranks = new Uint32Array(this.#matches.slots.length);
    rankMatches(this.#matches, this.#table.image.idRanks(), 0, ranks.length).forEach((index, place) => {
      ranks[index] = place + 1;
    });
    return ranks;
  }

  #rowOf(id: string): Record<string, Cell> {
    const index = this.#indexes.get(this.#table.image.slotOf(id) ?? -1) ?? 0;
    return this.#row(index, this.#rankAt(index));
  }

  #row(index: number, rank: number): Record<string, Cell> {
    return {
      ...this.#table.image.row(this.#matches.slots[index] ?? 0, CANDIDATE_ROW_NAMES),
      rank,
      rankPoints: this.#matches.points(index),
      distanceKm: toTenths(this.#matches.distance(index)),
    };
  }
}

const isByRank = (sorts: readonly TableSort[]): boolean =>
  sorts.length === 0 || (sorts[0]?.column === 'rank' && sorts[0].descending === false);

/** The query that the image can answer by itself. */
function plain(query: TableQuery): TableQuery {
  return { ...query, filters: query.filters.filter((filter) => !isRankColumn(filter)) };
}

function isWithin(value: Cell, filter: TableFilter): boolean {
  if (filter.type !== 'between') return true;
  const { from, to } = filter;
  if (from === null && to === null) return true;
  if (value === null) return false;
  return (from === null || value >= from) && (to === null || value <= to);
}
