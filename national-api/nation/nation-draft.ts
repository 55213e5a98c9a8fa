/** The nation in memory, before it is written: rows by table, and the decisions that the journal will tell. */
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import type { Tables } from '../database/tables.ts';
import type { JournalEntry } from '../kernel/journal-entry.ts';

/** Tables that the draft fills by itself; feed, journal and scopes follow from them. */
export type DraftTable = RowKind | 'account' | 'person' | 'habilitation';

/** A decision of the past; `at` may differ from line to line, unlike in a transaction. */
export interface PastDecision {
  /** As rows store instants. */
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly role: string;
  readonly agency: number | null;
  readonly kind: string;
  readonly subjectKind: JournalEntry['subjectKind'];
  readonly subjectId: string;
  readonly subjectAgency: number | null;
  readonly reason: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export interface NationDraft {
  readonly rows: { readonly [Name in DraftTable]: Tables[Name][] };
  readonly decisions: PastDecision[];
}

export function emptyDraft(): NationDraft {
  return {
    rows: {
      mission: [],
      establishment: [],
      crisisMode: [],
      directAccess: [],
      opening: [],
      alert: [],
      reserveRequest: [],
      pool: [],
      regulator: [],
      accountRequest: [],
      proposal: [],
      candidate: [],
      account: [],
      person: [],
      habilitation: [],
    },
    decisions: [],
  };
}
