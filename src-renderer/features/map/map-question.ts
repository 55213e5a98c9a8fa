/** The question of the map, made of the table's filter (F125). Pure. */
import { CANDIDATE_RANK_COLUMNS } from '../../../contract/app/candidate-columns.ts';
import type { CandidateFilter } from '../../../contract/app/map-contract.ts';
import type { TableQuery } from '../../../contract/app/table-query.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { departementLabel, professionLabel } from '../../text/labels.ts';

export interface MapQuestion {
  readonly missionId: string | null;
  readonly query: TableQuery;
}

const RANK_NAMES: readonly string[] = CANDIDATE_RANK_COLUMNS.map(({ name }) => name);

/** Rank and distance mean nothing outside a mission: their filters come back with the next one. */
export function questionOf(missionId: string | null, { filters, search }: CandidateFilter): MapQuestion {
  const kept = filters.filter(({ column }) => missionId !== null || !RANK_NAMES.includes(column));
  const sorts =
    missionId === null ? [{ column: 'lastName', descending: false }] : [{ column: 'rank', descending: false }];
  return { missionId, query: { filters: kept, search, sorts, offset: 0, limit: 0 } };
}

/** The professions that are shown: the mission's, else those filtered by, else all (null). */
export function professionsOf(
  missionProfession: string | null,
  { filters }: CandidateFilter,
): readonly string[] | null {
  if (missionProfession !== null) return [missionProfession];
  const filter = filters.find(({ column }) => column === 'profession');
  if (filter?.type !== 'among') return null;
  return filter.values.map(String).slice(0, 60);
}

const WORDS: Readonly<Record<string, (value: string | number | null) => string>> = {
  profession: professionLabel,
  departement: departementLabel,
  status: (value) => String(value),
};

/** What is filtered by, in words; those whose column has none are counted. */
export function filterWords({ filters, search }: CandidateFilter): string {
  const told = filters.flatMap((filter) => {
    const words = WORDS[filter.column];
    return filter.type === 'among' && words !== undefined ? [filter.values.map(words).join(' ou ')] : [];
  });
  const others = filters.length - told.length;
  return [
    ...told,
    ...(others > 0 ? [FR_MAP.filterCount(others)] : []),
    ...(search.trim() === '' ? [] : [FR_MAP.searching(search.trim())]),
  ].join(', ');
}
