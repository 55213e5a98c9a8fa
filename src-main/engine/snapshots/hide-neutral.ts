/** In a review, rows say nothing where the snapshot says nothing: a value that only stands in a column is not shown. */
import { NO_DATE } from '../../store/review-store.ts';
import type { OpenDesk } from '../open-desk.ts';

type Cells = Readonly<Record<string, string | number | null>>;

/** @param absent columns that the snapshot does not hold of volunteers */
export function hideNeutral(row: Cells, absent: ReadonlySet<string>): Cells {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      absent.has(name) || value === NO_DATE || value === '' ? null : value,
    ]),
  );
}

/** An answer about volunteers as a review gives it; others, and the present's, as they are. */
export function asInReview(desk: OpenDesk | null, operation: string, answer: unknown): unknown {
  const absent = desk?.absentOfCandidates ?? null;
  if (absent === null || typeof answer !== 'object' || answer === null) return answer;
  if (operation === 'candidates.page' && 'rows' in answer)
    return { ...answer, rows: (answer.rows as readonly Cells[]).map((row) => hideNeutral(row, absent)) };
  if (operation === 'candidates.sheet' && 'candidate' in answer)
    return { ...answer, candidate: hideNeutral(answer.candidate as Cells, absent) };
  return answer;
}
