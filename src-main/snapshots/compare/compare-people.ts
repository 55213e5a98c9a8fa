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

/** How many people each of the two left out because too few were like them. */
export interface Withheld {
  readonly before: number;
  readonly after: number;
}
export const NOBODY_WITHHELD: Withheld = { before: 0, after: 0 };

/** Whoever one of them does not show is gained or lost only if it left nobody out: else nobody can tell. */
export function comparePeople(before: RowsById, after: RowsById, withheld: Withheld): ChangeLine[] {
  const lines: ChangeLine[] = [];
  const appeared = withheld.before === 0 ? 'person-gained' : 'person-unseen-before';
  const gone = withheld.after === 0 ? 'person-lost' : 'person-unseen-after';
  for (const [id, row] of after) {
    const old = before.get(id);
    if (old === undefined) lines.push(line(appeared, row, null, cellText(row, 'engagement')));
    else lines.push(...changesOf(old, row));
  }
  for (const [id, row] of before) if (!after.has(id)) lines.push(line(gone, row, cellText(row, 'engagement'), null));
  return lines;
}

/** What is sure about people whom one of the two does not show. */
export interface Unseen {
  readonly withheldBefore: number;
  readonly withheldAfter: number;
  readonly appeared: number;
  readonly gainedAtLeast: number;
  readonly gone: number;
  readonly lostAtLeast: number;
}

/** @example countUnseen(lines, { before: 3, after: 0 }).gainedAtLeast // 17 of 20 who appeared */
export function countUnseen(lines: readonly ChangeLine[], { before, after }: Withheld): Unseen {
  const count = (...figures: readonly ChangeFigure[]) => lines.filter(({ figure }) => figures.includes(figure)).length;
  const appeared = count('person-gained', 'person-unseen-before');
  const gone = count('person-lost', 'person-unseen-after');
  return {
    withheldBefore: before,
    withheldAfter: after,
    appeared,
    gainedAtLeast: Math.max(0, appeared - before),
    gone,
    lostAtLeast: Math.max(0, gone - after),
  };
}
