/** The journal of a proved snapshot, row by row; parts of older files hold fewer columns (docs/snapshot-format.md §4.1). */
import type { JournalEntry } from './journal-entry.ts';
import type { ProvedLine } from './verify-chain.ts';

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell>>;

/** Lines of the service's journal, or acts of one workstation. */
export type JournalPart = 'journal' | 'ownAct';

/** A review holds at most so many lines, the newest. */
export const MOST_REVIEWED = 100_000;

const textOf = (row: Row, name: string): string | null => {
  const value = row[name] ?? null;
  return value === null ? null : String(value);
};
const numberOf = (row: Row, name: string): number | null => {
  const value = row[name] ?? null;
  return typeof value === 'number' ? value : null;
};

function wordsOf(text: string | null): JournalEntry['before'] {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as JournalEntry['before']) : null;
  } catch {
    return null;
  }
}

/** Null where the file says too little for the chain: pseudonymised, or of an older version. */
function provedOf(row: Row): ProvedLine | null {
  const [hash, previousHash, valueHash] = [textOf(row, 'hash'), row['previousHash'], textOf(row, 'valueHash')];
  const number = numberOf(row, 'number');
  if (hash === null || typeof previousHash !== 'string' || valueHash === null || number === null) return null;
  const text = (name: string) => textOf(row, name);
  return {
    ...{ number, hash, previousHash, valueHash, at: text('at') ?? '', actorId: text('byId') ?? '' },
    ...{ role: text('role') ?? '', agency: numberOf(row, 'agency'), commandId: text('commandId') },
    ...{ kind: text('kind') ?? '', subjectKind: text('subjectKind') ?? '', subjectId: text('subjectId') ?? '' },
    ...{ origin: text('origin') ?? '', batchId: text('batchId'), decidedAt: text('decidedAt') },
    ...{ subjectAgency: numberOf(row, 'subjectAgency'), salt: text('salt') },
    words: { actorName: text('byName'), reason: text('reason'), before: text('before'), after: text('after') },
  };
}

/** @param index of the row in its part: what names it when it has no number of its own */
export function entryOfSnapshot(part: JournalPart, row: Row, index: number): JournalEntry {
  const number = part === 'journal' && row['origin'] !== undefined ? numberOf(row, 'number') : null;
  const text = (name: string) => textOf(row, name);
  return {
    ...{ id: number === null ? `a:${index}` : `n:${number}`, number, at: text('at'), decidedAt: text('decidedAt') },
    ...{ settledAt: null, actorName: text('byName'), role: text('role') ?? '', agency: numberOf(row, 'agency') },
    ...{ kind: text('kind') ?? '', subjectKind: SUBJECTS[text('subjectKind') ?? ''] ?? text('subjectKind') ?? '' },
    ...{ subjectId: text('subjectId') ?? '', origin: text('origin') ?? '' },
    ...{ state: number === null ? (text('state') ?? 'confirmed') : 'sealed', commandId: text('commandId') },
    ...{ batchId: text('batchId'), reason: text('reason'), before: wordsOf(text('before')) },
    ...{ after: wordsOf(text('after')), title: text('title'), label: null, message: null },
    proved: number === null ? null : provedOf(row),
  };
}

/** Own acts name the fact that they decide on; the service, what it is a fact of. */
const SUBJECTS: Readonly<Record<string, string>> = {
  ...{ priority: 'mission', deferral: 'mission', note: 'mission', regulator: 'mission', life: 'mission' },
  ...{ verification: 'candidate', availability: 'candidate', crisis: 'crisisMode', grant: 'directAccess' },
  reserve: 'reserveRequest',
};

export interface SnapshotJournal {
  /** Null: the file holds no part of a journal. */
  readonly part: JournalPart | null;
  readonly entries: readonly JournalEntry[];
  /** The file holds older lines that are not shown. */
  readonly isTruncated: boolean;
  readonly nominative: boolean;
  /** Days are counted there; null: the nation. */
  readonly agency: number | null;
}

export interface SnapshotJournalReader {
  read(part: string, columns: readonly string[], values: readonly (readonly Cell[])[]): void;
  end(manifest: { readonly nominative: boolean; readonly agency: number | null }): SnapshotJournal;
}

/** Takes the blocks of a snapshot as they are proved, those of a journal alone. */
export function createSnapshotJournalReader(): SnapshotJournalReader {
  const held: { part: JournalPart | null; entries: JournalEntry[]; index: number; left: number } = {
    ...{ part: null, entries: [], index: 0, left: 0 },
  };
  return {
    read(part, columns, values) {
      if (part !== 'journal' && part !== 'ownAct') return;
      const isSealed = part === 'journal' && columns.includes('origin');
      if (held.part !== 'journal') held.part = isSealed ? 'journal' : 'ownAct';
      for (let at = 0; at < (values[0]?.length ?? 0); at += 1) {
        const row = Object.fromEntries(columns.map((name, column) => [name, values[column]?.[at] ?? null]));
        held.entries.push(entryOfSnapshot(isSealed ? 'journal' : 'ownAct', row, held.index));
        held.index += 1;
      }
      const beyond = held.entries.length - MOST_REVIEWED;
      if (beyond <= 0) return;
      held.entries.splice(0, beyond);
      held.left += beyond;
    },
    end: ({ nominative, agency }) => ({
      ...{ part: held.part, entries: held.entries, isTruncated: held.left > 0, nominative, agency },
    }),
  };
}
