import { CHANGE_TABLE_COLUMNS, readStateCell } from '../../../contract/app/change-columns.ts';
import { CHANGE_FIGURES } from '../../../contract/domain/snapshot-figure.ts';
import type { Cell, ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { agencyLabel, alertLabel, departementLabel, priorityLabel, professionLabel } from '../../text/labels.ts';

const { compare: WORDS } = FR_SNAPSHOTS;

type Name = (typeof CHANGE_TABLE_COLUMNS)[number]['name'];

const FIGURES: Readonly<Record<string, { readonly label: string }>> = CHANGE_FIGURES;
export const figureLabel = (figure: Cell): string => FIGURES[String(figure)]?.label ?? String(figure);

/** A state in the words of what it is a state of. @example stateWords('priority:P1') // 'P1 · vitale' */
export function stateWords(cell: Cell): string {
  if (cell === null) return '—';
  const { of, state } = readStateCell(String(cell));
  switch (of) {
    case 'priority':
      return priorityLabel(state);
    case 'alert':
      return alertLabel(state);
    case 'opening':
      return state.replace(/^[a-z-]+/, (code) => WORDS.openings[code] ?? code);
    case 'person':
      return WORDS.engagements[state] ?? PEOPLE_STATES[state] ?? state;
    case 'cover':
      return state;
  }
}
const PEOPLE_STATES: Readonly<Record<string, string>> = {
  available: 'Disponible',
  unavailable: 'Indisponible',
  verified: 'Vérifié',
  'to-verify': 'À vérifier',
};

const LOOKS: Readonly<Record<Name, ColumnLooks>> = {
  figure: { label: WORDS.figure, width: 190, words: figureLabel },
  departement: { label: 'Département', width: 130, words: departementLabel },
  profession: { label: 'Profession', width: 150, words: professionLabel },
  subject: { label: WORDS.subject, width: 210, personal: true },
  before: { label: WORDS.was, width: 96, words: stateWords },
  after: { label: WORDS.is, width: 96, words: stateWords },
  weight: { label: WORDS.weight, width: 80 },
  by: { label: WORDS.by, width: 140 },
  agency: { label: 'ARS', width: 160, words: agencyLabel, shownAtFirst: false },
};

export const CHANGE_COLUMNS: readonly ColumnView[] = CHANGE_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
);
