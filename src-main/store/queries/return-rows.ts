/** Assignments that end around a day, with the person they hold or held. */
import type { Store } from '../store.ts';
import type { CandidateViewRow } from '../views/view-rows.ts';
import { readCandidateView } from './view-rows.ts';

export interface EndingAssignment {
  readonly candidateId: string;
  readonly establishmentName: string;
  /** 'accepted' while it lasts; 'ended' or 'ended-early' once it is over. */
  readonly state: string;
  readonly endDate: string;
}

/** @param from, to civil days, both included; the latest of each person last */
export function readEndingAssignments(store: Store, from: string, to: string): EndingAssignment[] {
  return store.statements.rows(
    `SELECT "candidateId", "establishmentName", state, "endDate" FROM main.proposal
     WHERE state IN ('accepted', 'ended', 'ended-early') AND "endDate" BETWEEN ? AND ? ORDER BY "endDate", id`,
    from,
    to,
  );
}

export function readPeople(store: Store, ids: readonly string[]): ReadonlyMap<string, CandidateViewRow> {
  return new Map([...readCandidateView(store, ids)].map((row) => [row.id, row]));
}
