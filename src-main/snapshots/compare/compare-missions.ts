/** What became of needs between two snapshots. Pure. */
import type { ChangeFigure } from '../../../contract/domain/snapshot-figure.ts';
import type { AnyRow } from '../content/hide-row.ts';
import { cellText } from './cell-text.ts';
import type { ChangeLine } from './change-line.ts';
import type { RowsById } from './snapshot-rows.ts';

const count = (row: AnyRow, name: string): number => Number(row[name] ?? 0);
const cover = (row: AnyRow): string => `${count(row, 'accepted')}/${count(row, 'headcount')}`;
const isFilled = (row: AnyRow): boolean =>
  count(row, 'headcount') > 0 && count(row, 'accepted') >= count(row, 'headcount');

function line(figure: ChangeFigure, row: AnyRow, patch: Partial<ChangeLine> = {}): ChangeLine {
  const city = cellText(row, 'city');
  const name = cellText(row, 'establishmentName') ?? '';
  return {
    figure,
    id: String(row['id']),
    agency: typeof row['agency'] === 'number' ? row['agency'] : null,
    departement: cellText(row, 'departement'),
    profession: cellText(row, 'profession'),
    subject: city === null ? name : `${name} (${city})`,
    before: null,
    after: null,
    by: null,
    weight: 1,
    ...patch,
  };
}

function changesOf(before: AnyRow, after: AnyRow, movedBy: string | null): ChangeLine[] {
  const lines: ChangeLine[] = [];
  const moved = (name: string) => before[name] !== after[name];
  if (moved('state') && after['state'] !== 'open' && before['state'] === 'open')
    lines.push(
      line('need-closed', after, { before: cover(before), after: cover(after), by: cellText(after, 'closedByName') }),
    );
  if (moved('state') && after['state'] === 'open') lines.push(line('need-reopened', after, { after: cover(after) }));
  if (moved('headcount')) {
    const [from, to] = [count(before, 'headcount'), count(after, 'headcount')];
    lines.push(line('need-resized', after, { before: String(from), after: String(to), weight: Math.abs(to - from) }));
  }
  if (moved('accepted')) {
    const weight = Math.abs(count(after, 'accepted') - count(before, 'accepted'));
    lines.push(line('cover-moved', after, { before: cover(before), after: cover(after), weight }));
  }
  if (isFilled(after) && !isFilled(before))
    lines.push(
      line('need-covered', after, { before: cover(before), after: cover(after), weight: count(after, 'headcount') }),
    );
  if (moved('priority')) {
    const [from, to] = [cellText(before, 'priority'), cellText(after, 'priority')];
    lines.push(
      line('priority-moved', after, { before: from, after: to, by: movedBy ?? cellText(after, 'priorityByName') }),
    );
  }
  return lines;
}

/** @param authors who moved each priority, where a journal says more than the row, which tells the last one alone */
export function compareMissions(
  before: RowsById,
  after: RowsById,
  authors: ReadonlyMap<string, string> = new Map(),
): ChangeLine[] {
  const lines: ChangeLine[] = [];
  for (const [id, row] of after) {
    const old = before.get(id);
    if (old === undefined)
      lines.push(line('need-appeared', row, { after: cover(row), weight: count(row, 'headcount') }));
    else lines.push(...changesOf(old, row, authors.get(id) ?? null));
  }
  for (const [id, row] of before)
    if (!after.has(id)) lines.push(line('need-gone', row, { before: cover(row), weight: count(row, 'headcount') }));
  return lines;
}
