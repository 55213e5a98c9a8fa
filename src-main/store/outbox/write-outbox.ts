/** Every write of the outbox; the one place that knows which rows a decision is about. */
import { build } from '../statements.ts';
import type { Transaction } from '../store.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { OutboxEvent } from './outbox-state.ts';
import { nextOutboxState } from './outbox-state.ts';

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

type Change = Partial<
  Omit<OutboxRow, 'sequence' | 'commandId' | 'personId' | 'kind' | 'subject' | 'fact' | 'input' | 'state'>
>;

/** The rows whose view a decision changes. */
function touch(
  { touched }: Transaction,
  row: Pick<OutboxRow, 'commandId' | 'fact' | 'subject' | 'missionId' | 'candidateId'>,
): void {
  touched.topic('outbox');
  touched.decision(row.commandId);
  if (row.missionId !== null) touched.row('mission', row.missionId);
  if (row.candidateId !== null) touched.row('candidate', row.candidateId);
  if (row.fact === 'proposal') touched.row('proposal', row.subject);
  if (row.fact === 'alert') touched.row('alert', row.subject);
  if (row.fact === 'crisis') touched.row('crisisMode', row.subject);
  if (row.fact === 'grant') touched.row('directAccess', row.subject);
  if (row.fact === 'opening') touched.row('opening', row.subject);
  if (row.fact === 'reserve') touched.row('reserveRequest', row.subject);
  if (row.fact === 'request') touched.row('accountRequest', row.subject);
}

export function insertDecision(transaction: Transaction, decision: NewDecision): void {
  transaction.statements.run(build.insertInto('outbox').values({ ...decision, state: 'pending' } as never));
  touch(transaction, decision);
}

/** A decision that another one cancels before it left: both are written, so that both are told. */
export function insertCancelled(transaction: Transaction, decision: NewDecision, at: string, message: string): void {
  const settled = { state: 'withdrawn', outcome: 'withdrawn', settledAt: at, message } as const;
  transaction.statements.run(build.insertInto('outbox').values({ ...decision, ...settled } as never));
  touch(transaction, decision);
}

/** Moves a decision along its life. @throws when there is no such move: a bug, and nothing is written */
export function moveDecision(
  transaction: Transaction,
  row: OutboxRow,
  event: OutboxEvent,
  change: Change = {},
): OutboxRow {
  const state = nextOutboxState(row.state, event);
  if (state === null) throw new Error(`A ${row.state} decision cannot ${event}`);
  return write(transaction, row, { ...change, state });
}

/** Changes what is known of a decision, its state aside. */
export function annotateDecision(transaction: Transaction, row: OutboxRow, change: Change): OutboxRow {
  return write(transaction, row, change);
}

function write(transaction: Transaction, row: OutboxRow, change: Partial<OutboxRow>): OutboxRow {
  transaction.statements.run(build.updateTable('outbox').set(change).where('commandId', '=', row.commandId));
  touch(transaction, row);
  return { ...row, ...change };
}
