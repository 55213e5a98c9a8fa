import { IMPORT_TABLE_COLUMNS } from '../../../contract/app/account-columns.ts';
import type { Cell, ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { FR_ACCOUNTS } from '../../text/fr-accounts.ts';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';

type Name = (typeof IMPORT_TABLE_COLUMNS)[number]['name'];
const { columns: words, verdicts } = FR_ACCOUNTS.import;
const TONES: Readonly<Record<string, Tone>> = {
  valid: 'info',
  known: 'warning',
  invalid: 'danger',
  sent: 'info',
  accepted: 'success',
  refused: 'danger',
};
const verdictLabel = (verdict: Cell) => verdicts[String(verdict)] ?? String(verdict);

export function VerdictPill({ verdict }: { readonly verdict: string }) {
  return <Pill tone={TONES[verdict] ?? 'neutral'}>{verdictLabel(verdict)}</Pill>;
}

const LOOKS: Readonly<Record<Name, ColumnLooks>> = {
  line: { label: words.line, width: 96 },
  verdict: {
    label: words.verdict,
    width: 118,
    words: verdictLabel,
    render: (row) => <VerdictPill verdict={String(row['verdict'])} />,
  },
  why: { label: words.why, width: 320 },
  columns: { label: words.columns, width: 170 },
  name: { label: words.name, width: 230 },
  number: { label: words.number, width: 116 },
  type: { label: words.type, width: 160, shownAtFirst: false },
  agency: { label: words.agency, width: 150 },
  postalCode: { label: words.postalCode, width: 80 },
  city: { label: words.city, width: 130 },
  address: { label: words.address, width: 200, shownAtFirst: false },
  lastName: { label: words.lastName, width: 120, personal: true },
  firstName: { label: words.firstName, width: 110, personal: true },
  email: { label: words.email, width: 220, personal: true },
  phone: { label: words.phone, width: 120, personal: true },
  warnings: { label: words.warnings, width: 260 },
};

/** Line by line: what it is worth, why, and in which column (F116-F120). */
export const IMPORT_COLUMNS: readonly ColumnView[] = IMPORT_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
);
