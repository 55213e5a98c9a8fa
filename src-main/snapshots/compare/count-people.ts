/** People by territory, profession and status: what two snapshots that name people differently still compare. Pure. */
import type { RowsById } from './snapshot-rows.ts';

export interface PeopleCount {
  readonly agency: number | null;
  readonly departement: string | null;
  readonly profession: string | null;
  readonly engagement: string;
  /** Null: between 1 and the smallest group, not said. */
  readonly before: number | null;
  readonly after: number | null;
}

type Counted = { -readonly [Name in keyof PeopleCount]: PeopleCount[Name] } & { before: number; after: number };

/** @param smallest counts of people below it are not said; 0 says them all */
export function countPeople(before: RowsById, after: RowsById, smallest: number): PeopleCount[] {
  const cells = new Map<string, Counted>();
  const add = (rows: RowsById, side: 'before' | 'after') => {
    for (const row of rows.values()) {
      const agency = typeof row['agency'] === 'number' ? row['agency'] : null;
      const departement = typeof row['departement'] === 'string' ? row['departement'] : null;
      const profession = typeof row['profession'] === 'string' ? row['profession'] : null;
      const engagement = String(row['engagement']);
      const key = [agency, departement, profession, engagement].join(' ');
      const cell = cells.get(key) ?? { agency, departement, profession, engagement, before: 0, after: 0 };
      cells.set(key, cell);
      cell[side] += 1;
    }
  };
  add(before, 'before');
  add(after, 'after');
  const said = (count: number) => (count > 0 && count < smallest ? null : count);
  return [...cells.values()]
    .map((cell) => ({ ...cell, before: said(cell.before), after: said(cell.after) }))
    .filter((cell) => cell.before !== cell.after);
}
