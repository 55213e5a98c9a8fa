/** Needs against resources, département by département: what the map shades (UX 2, "heat"). */
import type { TerritoryBalance } from '../../../contract/app/map-contract.ts';
import type { TableFilter } from '../../../contract/app/table-query.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';
import type { MissionTable } from '../tables/mission-table.ts';
import { needsFilters } from './needs-clusters.ts';

/** @param professions null: all */
export function territoryBalance(
  missions: MissionTable,
  candidates: CandidateTable,
  professions: readonly string[] | null,
): TerritoryBalance['lines'] {
  const posts = postsByTerritory(missions, professions);
  const asked: TableFilter[] =
    professions === null ? [] : [{ type: 'among', column: 'profession', values: [...professions] }];
  const people = peopleByTerritory(candidates, asked);
  const free = peopleByTerritory(candidates, [...asked, { type: 'among', column: 'status', values: ['DISPONIBLE'] }]);
  return [...new Set([...posts.keys(), ...people.keys()])].sort().map((departement) => ({
    departement,
    posts: posts.get(departement)?.posts ?? 0,
    missions: posts.get(departement)?.missions ?? 0,
    free: free.get(departement) ?? 0,
    people: people.get(departement) ?? 0,
  }));
}

function peopleByTerritory({ image }: CandidateTable, filters: readonly TableFilter[]): Map<string, number> {
  const counted = image.column('departement').count(image.select(filters));
  return new Map(counted.map(({ value, count }) => [String(value), count]));
}

function postsByTerritory(
  { image }: MissionTable,
  professions: readonly string[] | null,
): Map<string, { posts: number; missions: number }> {
  const [departement, remaining] = [image.column('departement'), image.column('remaining')];
  const found = new Map<string, { posts: number; missions: number }>();
  image.select(needsFilters(professions)).forEach((isThere, slot) => {
    if (isThere === 0) return;
    const code = String(departement.read(slot));
    const known = found.get(code) ?? { posts: 0, missions: 0 };
    found.set(code, { posts: known.posts + Number(remaining.read(slot) ?? 0), missions: known.missions + 1 });
  });
  return found;
}
