/** Establishments with posts to fill, as clusters in view: the green of the map (DOMAIN §7). */
import type { MapView, NeedsOnMap } from '../../../contract/app/map-contract.ts';
import type { TableFilter } from '../../../contract/app/table-query.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { MissionTable } from '../tables/mission-table.ts';
import type { GridWindow } from './grid.ts';
import { gridOf } from './grid.ts';
import { mercatorX, mercatorY } from './mercator.ts';
import type { CountedCell } from './merge-cells.ts';
import { mergeCells } from './merge-cells.ts';
import { placeName } from './place-name.ts';

interface Need {
  readonly row: MissionViewRow;
  readonly posts: number;
}

/** @param professions null: all */
export function needsFilters(professions: readonly string[] | null): TableFilter[] {
  const open: TableFilter = { type: 'between', column: 'remaining', from: 1, to: null };
  return professions === null ? [open] : [open, { type: 'among', column: 'profession', values: [...professions] }];
}

export function clusterNeeds(
  table: MissionTable,
  professions: readonly string[] | null,
  view: MapView,
): Omit<NeedsOnMap, 'revision'> {
  const window = gridOf(view);
  const cells = [...needsByCell(table, professions, window)].map(([key, needs]) => countedCell(key, needs, window));
  const answer: Omit<NeedsOnMap, 'revision'> = {
    longitudes: [],
    latitudes: [],
    posts: [],
    establishments: [],
    missions: [],
    ids: [],
    names: [],
    places: [],
  };
  for (const group of mergeCells(cells, window.across)) {
    add(
      answer,
      group.flatMap((index) => cells[index]?.needs ?? []),
    );
  }
  return answer;
}

function needsByCell(
  table: MissionTable,
  professions: readonly string[] | null,
  { across, column, row, width, height }: GridWindow,
): Map<number, Need[]> {
  const mask = table.image.select(needsFilters(professions));
  const remaining = table.image.column('remaining');
  const cells = new Map<number, Need[]>();
  for (let slot = 0; slot < mask.length; slot += 1) {
    const id = mask[slot] === 1 ? table.image.idAt(slot) : null;
    const mission = id === null ? undefined : table.rows.get(id);
    if (mission === undefined || mission.latitude === null || mission.longitude === null) continue;
    const right = Math.floor(mercatorX(mission.longitude) * across) - column;
    const down = Math.floor(mercatorY(mission.latitude) * across) - row;
    if (right < 0 || right >= width || down < 0 || down >= height) continue;
    const need = { row: mission, posts: Number(remaining.read(slot) ?? 0) };
    const key = down * width + right;
    const known = cells.get(key);
    if (known === undefined) cells.set(key, [need]);
    else known.push(need);
  }
  return cells;
}

function countedCell(
  key: number,
  needs: readonly Need[],
  { column, row, width }: GridWindow,
): CountedCell & { readonly needs: readonly Need[] } {
  return {
    needs,
    column: column + (key % width),
    row: row + Math.floor(key / width),
    count: needs.length,
    longitude: mean(needs, (mission) => mission.longitude),
    latitude: mean(needs, (mission) => mission.latitude),
  };
}

function mean(needs: readonly Need[], of: (row: MissionViewRow) => number | null): number {
  return needs.reduce((sum, { row }) => sum + (of(row) ?? 0), 0) / needs.length;
}

function add(answer: Omit<NeedsOnMap, 'revision'>, needs: readonly Need[]): void {
  const [first] = needs;
  if (first === undefined) return;
  const establishments = new Set(needs.map(({ row }) => row.establishmentId));
  answer.longitudes.push(mean(needs, ({ longitude }) => longitude));
  answer.latitudes.push(mean(needs, ({ latitude }) => latitude));
  answer.posts.push(needs.reduce((sum, { posts }) => sum + posts, 0));
  answer.establishments.push(establishments.size);
  answer.missions.push(needs.length);
  answer.ids.push(needs.length === 1 ? first.row.id : null);
  answer.names.push(establishments.size === 1 ? first.row.establishmentName : '');
  answer.places.push(placeName(first.row.city, first.row.departement));
}
