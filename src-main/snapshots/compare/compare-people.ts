/** What became of volunteers between two snapshots that name them alike. Pure. */
import type { ChangeFigure } from '../../../contract/domain/snapshot-figure.ts';
import type { AnyRow } from '../content/hide-row.ts';
import { cellText } from './cell-text.ts';
import type { ChangeLine } from './change-line.ts';
import type { RowsById } from './snapshot-rows.ts';

/** Enough of a pseudonym to tell two people of one table apart. */
const PSEUDONYM_LENGTH = 8;

function subjectOf(row: AnyRow): string {
  const [last, first] = [cellText(row, 'lastName'), cellText(row, 'firstName')];
  return last === null
    ? `Volontaire ${String(row['id']).slice(0, PSEUDONYM_LENGTH).toUpperCase()}`
    : [last, first].join(' ');
}

function line(figure: ChangeFigure, row: AnyRow, before: string | null, after: string | null): ChangeLine {
  return {
    figure,
    id: String(row['id']),
    agency: typeof row['agency'] === 'number' ? row['agency'] : null,
    departement: cellText(row, 'departement'),
    profession: cellText(row, 'profession'),
    subject: subjectOf(row),
    before,
    after,
    by: null,
    weight: 1,
  };
}

const ENGAGED: Readonly<Record<string, ChangeFigure>> = {
  proposed: 'person-proposed',
  contacted: 'person-reserved',
  assigned: 'person-assigned',
  none: 'person-freed',
};

function changesOf(before: AnyRow, after: AnyRow): ChangeLine[] {
  const lines: ChangeLine[] = [];
  const move = (name: string, figures: Readonly<Record<string, ChangeFigure>>) => {
    const [from, to] = [cellText(before, name), cellText(after, name)];
    const figure = to === null ? undefined : figures[to];
    if (from !== to && from !== null && figure !== undefined) lines.push(line(figure, after, from, to));
  };
  move('engagement', ENGAGED);
  move('availability', { available: 'person-returned', unavailable: 'person-withdrew' });
  move('verification', { verified: 'person-verified', 'to-verify': 'person-unverified' });
  return lines;
}

export function comparePeople(before: RowsById, after: RowsById): ChangeLine[] {
  const lines: ChangeLine[] = [];
  for (const [id, row] of after) {
    const old = before.get(id);
    if (old === undefined) lines.push(line('person-gained', row, null, cellText(row, 'engagement')));
    else lines.push(...changesOf(old, row));
  }
  for (const [id, row] of before)
    if (!after.has(id)) lines.push(line('person-lost', row, cellText(row, 'engagement'), null));
  return lines;
}
