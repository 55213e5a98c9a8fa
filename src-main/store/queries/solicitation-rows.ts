/** What plans and sheets read of proposals: who is held now, and how often people were solicited. */
import type { ProposalRow } from '../../../contract/national/rows/proposal-row.ts';
import type { Store } from '../store.ts';

export type SolicitationRow = Pick<
  ProposalRow,
  | 'candidateId'
  | 'missionId'
  | 'profession'
  | 'origin'
  | 'state'
  | 'proposedAt'
  | 'contactedAt'
  | 'reason'
  | 'mailState'
>;

const COLUMNS = `"candidateId", "missionId", profession, origin, state, "proposedAt", "contactedAt", reason, "mailState"`;

/** Confirmed proposals, of one person or of all: an order that has not left solicited nobody. */
export function readSolicitations(store: Store, candidateId?: string): SolicitationRow[] {
  if (candidateId === undefined) return store.statements.rows(`SELECT ${COLUMNS} FROM main.proposal`);
  return store.statements.rows(`SELECT ${COLUMNS} FROM main.proposal WHERE "candidateId" = ?`, candidateId);
}

export interface HeldPairRow {
  readonly proposalId: string;
  readonly missionId: string;
  readonly candidateId: string;
}

/** Pairs that wait for an establishment, those that this workstation wants included. */
export function readHeldPairs(store: Store): HeldPairRow[] {
  return store.statements.rows(
    `SELECT id AS "proposalId", "missionId", "candidateId" FROM "proposalView"
     WHERE state IN ('open', 'contacted') ORDER BY "missionId", id`,
  );
}
