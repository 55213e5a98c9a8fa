/** One line of the journal as the desk holds it, wherever it comes from: the service, this workstation, a snapshot. */
import type { JournalLineView } from '../../../contract/national/views/journal-views.ts';
import type { Words } from './change-words.ts';
import type { ProvedLine } from './verify-chain.ts';

export interface JournalEntry {
  /** Of the row: 'n:12' or 'c:' and the command's id. */
  readonly id: string;
  readonly number: number | null;
  readonly at: string | null;
  readonly decidedAt: string | null;
  /** Of an act of this workstation: when the service's verdict came. */
  readonly settledAt: string | null;
  readonly actorName: string | null;
  readonly role: string;
  readonly agency: number | null;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly origin: string;
  readonly state: string;
  readonly commandId: string | null;
  readonly batchId: string | null;
  readonly reason: string | null;
  readonly before: Words;
  readonly after: Words;
  /** As the person was told when they decided; null: made from the kind. */
  readonly title: string | null;
  readonly label: string | null;
  /** What the service answered, of an act of this workstation. */
  readonly message: string | null;
  /** Null for what no chain holds. */
  readonly proved: ProvedLine | null;
}

/** The stored text of a value: what its hash covers. */
const storedText = (value: Words): string | null => (value === null ? null : JSON.stringify(value));

/** @example entryOfLine(page.lines[0]).id // 'n:2041' */
export function entryOfLine(line: JournalLineView): JournalEntry {
  const { number, at, decidedAt, actorName, role, agency, kind, subjectKind, subjectId } = line;
  const { origin, commandId, batchId, reason, before, after } = line;
  return {
    ...{ id: `n:${number}`, number, at, decidedAt, actorName, role, agency, kind, subjectKind, subjectId },
    ...{ origin, commandId, batchId, reason, before, after, state: 'sealed' },
    ...{ title: null, label: null, message: null, settledAt: null },
    proved: {
      ...{ number, at, actorId: line.actorId, role, agency, commandId, kind, subjectKind, subjectId, origin },
      ...{ batchId, decidedAt, subjectAgency: line.subjectAgency, valueHash: line.valueHash },
      ...{ previousHash: line.previousHash, hash: line.hash, salt: line.salt },
      words: { actorName, reason, before: storedText(before), after: storedText(after) },
    },
  };
}
