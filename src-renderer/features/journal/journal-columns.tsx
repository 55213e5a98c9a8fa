import { JOURNAL_TABLE_COLUMNS } from '../../../contract/app/journal-columns.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { ColumnView } from '../../tables/column-view.ts';
import type { ColumnLooks } from '../../tables/make-column.tsx';
import { makeColumn } from '../../tables/make-column.tsx';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_JOURNAL } from '../../text/fr-journal.ts';
import { agencyLabel, roleLabel } from '../../text/labels.ts';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';

type Name = (typeof JOURNAL_TABLE_COLUMNS)[number]['name'];
type Cell = TableRow[string];
const { columns: words } = FR_JOURNAL;

const STATE_TONES: Readonly<Record<string, Tone>> = {
  sealed: 'neutral',
  pending: 'info',
  sending: 'info',
  confirmed: 'success',
  conflict: 'danger',
  refused: 'danger',
  withdrawn: 'neutral',
};
const PROOF_TONES: Readonly<Record<string, Tone>> = { proved: 'success', broken: 'danger' };

const moment = (value: Cell) => formatMoment(value === null ? null : String(value));
const from = (dictionary: Readonly<Record<string, string>>) => (value: Cell) =>
  value === null ? FR.none : (dictionary[String(value)] ?? String(value));
const roleWords = (value: Cell) =>
  value === 'system' ? (FR_JOURNAL.origins['system'] ?? '') : value === '' ? FR.none : roleLabel(String(value));
const stateWords = from(FR_JOURNAL.states);
const proofWords = from(FR_JOURNAL.proofs);

export const isSealed = (row: TableRow): boolean => row['state'] === 'sealed';

export function JournalStatePill({ state }: { readonly state: string }) {
  return <Pill tone={STATE_TONES[state] ?? 'neutral'}>{stateWords(state)}</Pill>;
}

const LOOKS: Readonly<Record<Name, ColumnLooks>> = {
  number: { label: words.number, width: 74 },
  at: {
    label: words.at,
    width: 142,
    words: moment,
    exportAs: 'moment',
    render: (row) =>
      isSealed(row) ? (
        moment(row['at'] ?? null)
      ) : (
        <span title={FR_JOURNAL.ownClock} className="dk-quiet">
          {moment(row['at'] ?? null)}
        </span>
      ),
  },
  day: { label: words.day, shownAtFirst: false },
  decidedAt: { label: words.decidedAt, width: 158, words: moment, exportAs: 'moment', shownAtFirst: false },
  title: { label: words.title, width: 160, render: (row) => <strong>{row['title']}</strong> },
  subjectLabel: { label: words.subjectLabel, width: 240, personal: true },
  change: { label: words.change, width: 250 },
  reason: { label: words.reason, width: 200, personal: true },
  actorName: { label: words.actorName, width: 150, personal: true, words: (value) => String(value ?? FR.none) },
  role: { label: words.role, width: 140, words: roleWords },
  agency: { label: words.agency, width: 140, words: agencyLabel, shownAtFirst: false },
  origin: { label: words.origin, width: 130, words: from(FR_JOURNAL.origins) },
  state: {
    label: words.state,
    width: 132,
    words: stateWords,
    render: (row) => <JournalStatePill state={String(row['state'] ?? '')} />,
  },
  confirmedAt: { label: words.confirmedAt, width: 158, words: moment, exportAs: 'moment' },
  proof: {
    label: words.proof,
    width: 110,
    words: proofWords,
    render: (row) => {
      const proof = row['proof'] ?? null;
      if (proof === null) return FR.none;
      return <Pill tone={PROOF_TONES[String(proof)] ?? 'neutral'}>{proofWords(proof)}</Pill>;
    },
  },
  subjectKind: { label: words.subjectKind, width: 130, words: from(FR_JOURNAL.subjects), shownAtFirst: false },
  missionId: { label: words.missionId, shownAtFirst: false },
  candidateId: { label: words.candidateId, shownAtFirst: false },
  commandId: { label: words.commandId, width: 280, shownAtFirst: false },
  batchId: { label: words.batchId, width: 280, shownAtFirst: false },
};

/** Who decided what, when, on what, why, before and after, and whether the line holds (UX 9; D7). */
export const JOURNAL_COLUMNS: readonly ColumnView[] = JOURNAL_TABLE_COLUMNS.map((column) =>
  makeColumn(column, LOOKS[column.name]),
);
