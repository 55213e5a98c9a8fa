/** The line that the workstation keeps of each day (migrations/0002-daily-figures.ts): written by the engine, read to compare. */
import { addDays } from '../../contract/domain/civil-date.ts';
import type { Store } from './store.ts';

/** One place and profession of one day: counts, nobody. */
export interface DayFigure {
  readonly agency: number | null;
  readonly departement: string;
  readonly profession: string;
  readonly missions: number;
  readonly posts: number;
  readonly free: number;
}

export interface DayLine {
  /** Civil day where the person works. */
  readonly day: string;
  /** When it was counted, ISO instant. */
  readonly at: string;
  readonly figures: readonly DayFigure[];
}

/** Long enough for a wave; older days are forgotten. */
const KEPT_DAYS = 92;

type Tuple = [DayFigure['agency'], string, string, number, number, number];
const packed = (figures: readonly DayFigure[]): string =>
  JSON.stringify(
    figures.map(
      ({ agency, departement, profession, missions, posts, free }): Tuple => [
        agency,
        departement,
        profession,
        missions,
        posts,
        free,
      ],
    ),
  );

/** Keeps the day's line in place of an earlier one of the same day. */
export function keepDailyFigures(store: Store, { day, at, figures }: DayLine): void {
  store.transaction('mirror', ({ statements }) => {
    statements.run(
      `INSERT INTO "dailyFigures" (day, at, figures) VALUES (?, ?, ?)
       ON CONFLICT (day) DO UPDATE SET at = excluded.at, figures = excluded.figures`,
      day,
      at,
      packed(figures),
    );
    statements.run('DELETE FROM "dailyFigures" WHERE day < ?', addDays(day, -KEPT_DAYS));
  });
}

/** The last line kept before a day; null when there is none. */
export function readFiguresBefore(store: Store, day: string): DayLine | null {
  const [row] = store.statements.rows<{ day: string; at: string; figures: string }>(
    'SELECT day, at, figures FROM "dailyFigures" WHERE day < ? ORDER BY day DESC LIMIT 1',
    day,
  );
  if (row === undefined) return null;
  const figures = (JSON.parse(row.figures) as Tuple[]).map(
    ([agency, departement, profession, missions, posts, free]) => ({
      ...{ agency, departement, profession, missions, posts, free },
    }),
  );
  return { day: row.day, at: row.at, figures };
}

/** When a line was last written; null: never. */
export function readLastKept(store: Store): string | null {
  const [row] = store.statements.rows<{ at: string | null }>('SELECT MAX(at) AS at FROM "dailyFigures"');
  return row?.at ?? null;
}
