/** The journal's table: who decided what, when, on what, why, and whether its line holds (UX 9; FEATURES D7). */
import type { TableColumn } from './table-column.ts';

/** One row per line of the service's journal, and one per act of this workstation that is not in it yet. */
export const JOURNAL_TABLE_COLUMNS = [
  { name: 'number', type: 'number', nullable: true },
  /** The service's time; of an act that is not in its journal, the workstation's. */
  { name: 'at', type: 'text' },
  /** 'sealed': in the service's journal; else where the act of this workstation stands. */
  { name: 'state', type: 'category' },
  { name: 'actorName', type: 'category', nullable: true },
  /** Civil day of the decision, in the person's own time zone. */
  { name: 'day', type: 'day' },
  /** The workstation's own time when the person decided. */
  { name: 'decidedAt', type: 'text', nullable: true },
  { name: 'title', type: 'category' },
  { name: 'subjectLabel', type: 'text' },
  { name: 'change', type: 'text', nullable: true },
  { name: 'reason', type: 'text', nullable: true },
  { name: 'role', type: 'category' },
  { name: 'agency', type: 'category', nullable: true },
  /** Of the command, or 'system': the service's clock. */
  { name: 'origin', type: 'category' },
  /** When the service confirmed, or answered. */
  { name: 'confirmedAt', type: 'text', nullable: true },
  /** 'proved', 'erased' (the line holds, its words were erased), 'withheld' (not given to this reader), 'broken'. */
  { name: 'proof', type: 'category', nullable: true },
  { name: 'subjectKind', type: 'category' },
  { name: 'missionId', type: 'text', nullable: true },
  { name: 'candidateId', type: 'text', nullable: true },
  { name: 'commandId', type: 'text', nullable: true },
  { name: 'batchId', type: 'text', nullable: true },
] as const satisfies readonly TableColumn[];

/** Lines of the service that a window holds at once, the newest of what it asks for. */
export const MOST_JOURNAL_LINES = 9_000;
/** Acts of this workstation beside them. */
export const MOST_OWN_ACTS = 1_000;
