/**
 * People by territory, profession and status: what two snapshots that name people differently still compare. Pure.
 *
 * A snapshot leaves out the place or the profession of people whom too few were like: they are of some line and nobody can
 * say which. A line is certain when it changed whoever they are:
 *
 * ```
 *   before  [ said ───── said + untold ]
 *   after                                 [ said ───── said + untold ]     apart: certain; else not comparable
 * ```
 */
import type { AnyRow } from '../content/hide-row.ts';
import type { RowsById } from './snapshot-rows.ts';

export interface PeopleCount {
  readonly agency: number | null;
  readonly departement: string | null;
  readonly profession: string | null;
  readonly engagement: string;
  /** Null: between 1 and the smallest group, not said. */
  readonly before: number | null;
  readonly after: number | null;
  /** People of that status whose place or profession is left out, and who may be of this line. */
  readonly untoldBefore: number;
  readonly untoldAfter: number;
  readonly certain: boolean;
}

type Side = 'before' | 'after';
type Place = Pick<PeopleCount, 'agency' | 'departement' | 'profession' | 'engagement'>;
type Cell = Place & Record<Side, number>;

const placeOf = (row: AnyRow): Place => ({
  agency: typeof row['agency'] === 'number' ? row['agency'] : null,
  departement: typeof row['departement'] === 'string' ? row['departement'] : null,
  profession: typeof row['profession'] === 'string' ? row['profession'] : null,
  engagement: String(row['engagement']),
});
const isWhole = ({ agency, departement, profession }: Place): boolean =>
  agency !== null && departement !== null && profession !== null;
/** What is left out may be anything; what is said must be the same. */
const mayBe = (left: string | number | null, right: string | number | null): boolean => left === null || left === right;

function gather(before: RowsById, after: RowsById): Cell[] {
  const cells = new Map<string, Cell>();
  const add = (rows: RowsById, side: Side) => {
    for (const row of rows.values()) {
      const place = placeOf(row);
      const key = [place.agency, place.departement, place.profession, place.engagement].join(' ');
      const cell = cells.get(key) ?? { ...place, before: 0, after: 0 };
      cells.set(key, cell);
      cell[side] += 1;
    }
  };
  add(before, 'before');
  add(after, 'after');
  return [...cells.values()];
}

/** @param smallest counts of people below it are not said; 0 says them all @param withheld people left out altogether, of any line */
export function countPeople(
  before: RowsById,
  after: RowsById,
  smallest: number,
  withheld: Readonly<Record<Side, number>>,
): PeopleCount[] {
  const cells = gather(before, after);
  const vague = cells.filter((cell) => !isWhole(cell));
  const untold = (cell: Cell, side: Side): number =>
    vague
      .filter(
        (one) =>
          one !== cell &&
          one.engagement === cell.engagement &&
          mayBe(one.agency, cell.agency) &&
          mayBe(one.departement, cell.departement) &&
          mayBe(one.profession, cell.profession),
      )
      .reduce((sum, one) => sum + one[side], 0);
  const said = (count: number) => (count > 0 && count < smallest ? null : count);
  return cells
    .filter((cell) => cell.before !== cell.after)
    .map(({ before: was, after: now, ...place }) => {
      const cell = { ...place, before: was, after: now };
      const untoldBefore = untold(cell, 'before');
      const untoldAfter = untold(cell, 'after');
      const isApart = now > was + untoldBefore + withheld.before || was > now + untoldAfter + withheld.after;
      return {
        ...place,
        before: said(was),
        after: said(now),
        untoldBefore,
        untoldAfter,
        certain: isWhole(cell) && isApart,
      };
    });
}
