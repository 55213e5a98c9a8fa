/** The people of a mask as clusters in view (PERFORMANCE §4): the grid, its neighbours merged, its towns named. */
import type { MapClusters, MapView } from '../../../contract/app/map-contract.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';
import type { GridWindow } from './grid.ts';
import { gridOf } from './grid.ts';
import type { CountedCell } from './merge-cells.ts';
import { mergeCells } from './merge-cells.ts';
import type { PeopleGrid } from './people-grid.ts';
import { countPeople, MAP_STATUSES } from './people-grid.ts';
import { placeName } from './place-name.ts';
import type { PlacedPoints } from './placed-points.ts';

export interface ClusteredPeople {
  readonly clusters: MapClusters;
  readonly total: number;
  readonly unplaced: number;
}

interface Cell extends CountedCell {
  readonly index: number;
}

/** @param points those of the same table @param mask by slot of its image */
export function clusterPeople(
  table: CandidateTable,
  points: PlacedPoints,
  mask: Uint8Array,
  view: MapView,
): ClusteredPeople {
  const window = gridOf(view);
  const grid = countPeople(table.terms, points, mask, window);
  const cells = filledCells(grid, window);
  const clusters = emptyClusters(window.level);
  for (const group of mergeCells(cells, window.across)) {
    addCluster(
      clusters,
      table,
      grid,
      group.map((index) => cells[index]).filter((cell) => cell !== undefined),
    );
  }
  return { clusters, total: grid.total, unplaced: grid.unplaced };
}

function filledCells(grid: PeopleGrid, { column, row, width }: GridWindow): Cell[] {
  const cells: Cell[] = [];
  for (let index = 0; index < grid.counts.length; index += 1) {
    const count = grid.counts[index] ?? 0;
    if (count === 0) continue;
    cells.push({
      index,
      count,
      column: column + (index % width),
      row: row + Math.floor(index / width),
      longitude: (grid.longitudes[index] ?? 0) / count,
      latitude: (grid.latitudes[index] ?? 0) / count,
    });
  }
  return cells;
}

function emptyClusters(level: number): MapClusters {
  return {
    level,
    longitudes: [],
    latitudes: [],
    counts: [],
    free: [],
    proposed: [],
    contacted: [],
    assigned: [],
    unavailable: [],
    approximate: [],
    radiiKm: [],
    ids: [],
    places: [],
    together: [],
    cells: [],
  };
}

function addCluster(clusters: MapClusters, { image }: CandidateTable, grid: PeopleGrid, cells: readonly Cell[]): void {
  const [seed] = cells;
  if (seed === undefined) return;
  const sum = (of: (index: number) => number) => cells.reduce((total, { index }) => total + of(index), 0);
  const count = sum((index) => grid.counts[index] ?? 0);
  const leader = grid.leaders[seed.index] ?? 0;
  clusters.longitudes.push(sum((index) => grid.longitudes[index] ?? 0) / count);
  clusters.latitudes.push(sum((index) => grid.latitudes[index] ?? 0) / count);
  clusters.counts.push(count);
  MAP_STATUSES.forEach((status, place) => {
    clusters[status].push(sum((index) => grid.statuses[index * MAP_STATUSES.length + place] ?? 0));
  });
  clusters.approximate.push(sum((index) => grid.approximate[index] ?? 0));
  clusters.radiiKm.push(Math.max(...cells.map(({ index }) => grid.radii[index] ?? 0)));
  clusters.ids.push(count === 1 ? image.idAt(leader) : null);
  clusters.places.push(placeName(image.column('city').read(leader), image.column('departement').read(leader)));
  clusters.together.push(cells.length === 1 && grid.spread[seed.index] === 0);
  clusters.cells.push(cells.map(({ column, row }) => [column, row]));
}
