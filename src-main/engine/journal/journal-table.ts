/** The lines that a window looks at, in an image of their own: filtered, sorted and paged like any table. */
import { JOURNAL_TABLE_COLUMNS } from '../../../contract/app/journal-columns.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { ColumnarImage } from '../image/columnar-image.ts';
import type { Cell } from '../image/compare-values.ts';
import { changedFields, changeWords, reasonWords } from './change-words.ts';
import { decisionTitle } from './decision-titles.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { NamedSubject } from './subject-of.ts';
import type { LineProof } from './verify-chain.ts';

export const JOURNAL_ROW_NAMES: readonly string[] = JOURNAL_TABLE_COLUMNS.map(({ name }) => name);

export interface JournalTable {
  readonly image: ColumnarImage;
  readonly entries: ReadonlyMap<string, JournalEntry>;
  put(entry: JournalEntry, subject: NamedSubject, proof: LineProof | null): void;
  remove(id: string): void;
  clear(): void;
}

function cellsOf(
  entry: JournalEntry,
  subject: NamedSubject,
  proof: LineProof | null,
  zone: number | null,
): Record<string, Cell> {
  const { number, at, decidedAt, kind, actorName, role, agency, origin, state, subjectKind, commandId, batchId } =
    entry;
  const when = Date.parse(at ?? decidedAt ?? '');
  return {
    ...{
      number,
      at: at ?? decidedAt,
      decidedAt,
      actorName,
      role,
      agency,
      origin,
      state,
      proof,
      subjectKind,
      commandId,
      batchId,
    },
    day: Number.isNaN(when) ? null : todayOf(zone, when),
    title: entry.title ?? decisionTitle(kind),
    subjectLabel: subject.label,
    missionId: subject.missionId,
    candidateId: subject.candidateId,
    change: changeWords(changedFields(subjectKind, entry.before, entry.after)),
    reason: reasonWords(entry.reason),
    confirmedAt: at ?? entry.settledAt,
  };
}

/** @param zone whose days are counted: the person's region, null for the nation */
export function createJournalTable(zone: number | null): JournalTable {
  const image = new ColumnarImage(JOURNAL_TABLE_COLUMNS, {
    searched: ['title', 'subjectLabel', 'change', 'reason', 'actorName', 'commandId'],
  });
  const entries = new Map<string, JournalEntry>();
  const table: JournalTable = {
    image,
    entries,
    put(entry, subject, proof) {
      entries.set(entry.id, entry);
      image.put(entry.id, cellsOf(entry, subject, proof, zone));
    },
    remove(id) {
      entries.delete(id);
      image.remove(id);
    },
    clear() {
      for (const id of [...entries.keys()]) table.remove(id);
    },
  };
  return table;
}
