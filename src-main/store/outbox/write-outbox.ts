/** Every write of the outbox; the one place that knows which rows a decision is about. */
import { build } from '../statements.ts';
import type { Transaction } from '../store.ts';
import type { OutboxRow } from './outbox-row.ts';

/** A decision as it is first written. */
export type NewDecision = Pick<
  OutboxRow,
  | 'commandId'
  | 'personId'
  | 'batchId'
  | 'kind'
  | 'subject'
  | 'fact'
  | 'version'
  | 'origin'
  | 'input'
  | 'decidedAt'
  | 'behind'
  | 'replaces'
  | 'undoes'
  | 'missionId'
  | 'candidateId'
  | 'label'
  | 'title'
  | 'base'
>;

type Change = Partial<Omit<OutboxRow, 'sequence' | 'commandId' | 'personId' | 'kind' | 'subject' | 'fact' | 'input'>>;

/** The rows whose view a decision changes. */
function touch({ touched }: Transaction, row: Pick<OutboxRow, 'fact' | 'subject' | 'missionId' | 'candidateId'>): void {
  touched.topic('outbox');
  if (row.missionId !== null) touched.row('mission', row.missionId);
  if (row.candidateId !== null) touched.row('candidate', row.candidateId);
  if (row.fact === 'proposal') touched.row('proposal', row.subject);
  if (row.fact === 'alert') touched.row('alert', row.subject);
  if (row.fact === 'crisis') touched.row('crisisMode', row.subject);
  if (row.fact === 'grant') touched.row('directAccess', row.subject);
}

export function insertDecision(transaction: Transaction, decision: NewDecision): void {
  transaction.statements.run(build.insertInto('outbox').values({ ...decision, state: 'pending' } as never));
  touch(transaction, decision);
}

/** Changes a decision that is there; the caller knows that the move is allowed. */
export function changeDecision(transaction: Transaction, row: OutboxRow, change: Change): OutboxRow {
  transaction.statements.run(build.updateTable('outbox').set(change).where('commandId', '=', row.commandId));
  touch(transaction, row);
  return { ...row, ...change };
}
