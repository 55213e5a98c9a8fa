import type { SnapshotChange } from '../../../contract/app/snapshot-contract.ts';
import type { TableColumn } from '../../../contract/app/table-column.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { CHANGE_FIGURES } from '../../../contract/domain/snapshot-figure.ts';
import type { Cell, ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { agencyLabel, alertLabel, departementLabel, priorityLabel, professionLabel } from '../../text/labels.ts';

const { compare: WORDS } = FR_SNAPSHOTS;

export const CHANGE_TABLE_COLUMNS = [
  { name: 'figure', type: 'category' },
  { name: 'departement', type: 'category', nullable: true },
  { name: 'profession', type: 'category', nullable: true },
  { name: 'subject', type: 'text' },
  { name: 'before', type: 'text', nullable: true },
  { name: 'after', type: 'text', nullable: true },
  { name: 'weight', type: 'number' },
  { name: 'by', type: 'category', nullable: true },
  { name: 'agency', type: 'category', nullable: true },
] as const satisfies readonly TableColumn[];
type Name = (typeof CHANGE_TABLE_COLUMNS)[number]['name'];

const FIGURES: Readonly<Record<string, { readonly label: string }>> = CHANGE_FIGURES;
export const figureLabel = (figure: Cell): string => FIGURES[String(figure)]?.label ?? String(figure);

/** A state in the words of its figure. @example stateWords('priority-moved', 'P1') // 'P1 · vitale' */
export function stateWords(figure: string, state: string | null): string {
  if (state === null) return '—';
  if (figure === 'priority-moved') return priorityLabel(state);
  if (figure.startsWith('alert-')) return alertLabel(state);
  if (figure.startsWith('opening-')) return state.replace(/^[a-z-]+/, (code) => WORDS.openings[code] ?? code);
  if (figure.startsWith('person-')) return WORDS.engagements[state] ?? PEOPLE_STATES[state] ?? state;
  return state;
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
  before: { label: WORDS.was, width: 96 },
  after: { label: WORDS.is, width: 96 },
  weight: { label: WORDS.weight, width: 80 },
  by: { label: WORDS.by, width: 140 },
  agency: { label: 'ARS', width: 160, words: agencyLabel, shownAtFirst: false },
};

export const CHANGE_COLUMNS: readonly ColumnView[] = CHANGE_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
);

export function changeRow(change: SnapshotChange): TableRow {
  return {
    ...change,
    id: `${change.figure} ${change.id}`,
    before: stateWords(change.figure, change.before),
    after: stateWords(change.figure, change.after),
  };
}
