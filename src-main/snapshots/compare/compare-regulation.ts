/** What became of crisis modes, openings and alerts between two snapshots. Pure. */
import type { ChangeFigure } from '../../../contract/domain/snapshot-figure.ts';
import type { AnyRow } from '../content/hide-row.ts';
import { cellText } from './cell-text.ts';
import type { ChangeLine } from './change-line.ts';
import type { RowsById } from './snapshot-rows.ts';

function line(figure: ChangeFigure, row: AnyRow, subject: string, patch: Partial<ChangeLine> = {}): ChangeLine {
  const agency = row['agency'] ?? row['receiverAgency'];
  return {
    figure,
    id: String(row['id']),
    agency: typeof agency === 'number' ? agency : null,
    departement: null,
    profession: cellText(row, 'profession'),
    subject,
    before: null,
    after: null,
    by: null,
    weight: 1,
    ...patch,
  };
}

export function compareCrisis(before: RowsById, after: RowsById): ChangeLine[] {
  const isOn = (row: AnyRow | undefined) => row?.['active'] === 1;
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [old, row] = [before.get(id), after.get(id)];
    const shown = row ?? old;
    if (shown === undefined || isOn(old) === isOn(row)) return [];
    return [line(isOn(row) ? 'crisis-on' : 'crisis-off', shown, 'Gestion de crise', { by: cellText(shown, 'byName') })];
  });
}

const openingState = (row: AnyRow): string =>
  [cellText(row, 'state'), cellText(row, 'ceiling'), cellText(row, 'untilDate')]
    .filter((part) => part !== null)
    .join(' · ');

export function compareOpenings(before: RowsById, after: RowsById): ChangeLine[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [old, row] = [before.get(id), after.get(id)];
    if (row === undefined) return [];
    const now = openingState(row);
    if (old === undefined)
      return [line('opening-made', row, 'Ouverture', { after: now, by: cellText(row, 'authorName') })];
    const was = openingState(old);
    if (was === now) return [];
    const isClosed = row['state'] === 'closed';
    const figure = isClosed ? 'opening-closed' : 'opening-changed';
    return [
      line(figure, row, 'Ouverture', { before: was, after: now, by: isClosed ? cellText(row, 'closedByName') : null }),
    ];
  });
}

export function compareAlerts(before: RowsById, after: RowsById): ChangeLine[] {
  return [...after].flatMap(([id, row]) => {
    const was = before.get(id);
    const [from, to] = [was === undefined ? null : cellText(was, 'state'), cellText(row, 'state')];
    if (from === to) return [];
    const figure = to === 'raised' ? 'alert-raised' : 'alert-moved';
    const by =
      to === 'raised'
        ? cellText(row, 'raisedByName')
        : (cellText(row, 'decidedByName') ?? cellText(row, 'takenByName'));
    return [line(figure, row, 'Alerte au CCS', { before: from, after: to, by })];
  });
}
