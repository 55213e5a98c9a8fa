/** What the outbox holds, for sending, for screens, for the rules of a new decision. */
import type { Statements } from '../statements.ts';
import { build } from '../statements.ts';
import type { Fact, OutboxRow } from './outbox-row.ts';
import { OPEN_STATES } from './outbox-state.ts';

export function readDecision(statements: Statements, commandId: string): OutboxRow | null {
  return statements.first(build.selectFrom('outbox').selectAll().where('commandId', '=', commandId)) ?? null;
}

export function readBatch(statements: Statements, batchId: string): OutboxRow[] {
  return statements.all(build.selectFrom('outbox').selectAll().where('batchId', '=', batchId).orderBy('sequence'));
}

/** What is open on a fact, in the order in which it will be sent: more than one when decisions wait behind another. */
export function readOpenChain(statements: Statements, subject: string, fact: Fact): OutboxRow[] {
  return statements.all(
    build
      .selectFrom('outbox')
      .selectAll()
      .where('subject', '=', subject)
      .where('fact', '=', fact)
      .where('state', 'in', [...OPEN_STATES])
      .orderBy('sequence'),
  );
}

/** The version to which a decision of this base, made at `version`, moved a fact once it was accepted; null for none. */
export function readSettledFrom(statements: Statements, subject: string, fact: Fact, version: number): number | null {
  const [row] = statements.rows<{ version: number | null }>(
    `SELECT MAX("settledVersion") AS version FROM outbox
     WHERE subject = ? AND fact = ? AND state = 'confirmed' AND outcome = 'accepted' AND version = ?`,
    subject,
    fact,
    version,
  );
  return row?.version ?? null;
}

/** The decision that takes back another one and still counts; null when none does. */
export function readUndoOf(statements: Statements, commandId: string): OutboxRow | null {
  const query = build
    .selectFrom('outbox')
    .selectAll()
    .where('undoes', '=', commandId)
    .where('state', 'in', ['pending', 'sending', 'conflict', 'confirmed']);
  return statements.first(query) ?? null;
}

/** The decision that waits behind another, if any. */
export function readFollower(statements: Statements, commandId: string): OutboxRow | null {
  const query = build
    .selectFrom('outbox')
    .selectAll()
    .where('behind', '=', commandId)
    .where('state', 'in', [...OPEN_STATES]);
  return statements.first(query) ?? null;
}

/**
 * What may leave now, oldest first. A decision waits for the older ones of its own subject: order inside a subject is
 * strict; a conflict of another fact holds nobody.
 *
 * @param now ISO instant: a decision that the service put off is not presented before its time
 */
export function readSendable(statements: Statements, personId: string, now: string, limit: number): OutboxRow[] {
  return statements.rows<OutboxRow>(
    `SELECT * FROM outbox AS one
     WHERE state = 'pending' AND behind IS NULL AND "personId" = ? AND ("nextTryAt" IS NULL OR "nextTryAt" <= ?)
       AND NOT EXISTS (
         SELECT 1 FROM outbox AS older
         WHERE older.subject = one.subject AND older.sequence < one.sequence
           AND (older.state = 'sending' OR (older.state = 'pending' AND older."nextTryAt" > ?)))
     ORDER BY sequence LIMIT ?`,
    personId,
    now,
    now,
    limit,
  );
}

/** What is marked as being sent. */
export function readSending(statements: Statements): OutboxRow[] {
  return statements.all(build.selectFrom('outbox').selectAll().where('state', '=', 'sending').orderBy('sequence'));
}

/** The soonest instant at which something that was put off may be presented again; null when nothing was. */
export function readNextTry(statements: Statements, personId: string): string | null {
  return (
    statements.rows<{ at: string | null }>(
      `SELECT MIN("nextTryAt") AS at FROM outbox WHERE state = 'pending' AND behind IS NULL AND "personId" = ?`,
      personId,
    )[0]?.at ?? null
  );
}

export interface OutboxCounts {
  /** Pending and sending. */
  readonly waiting: number;
  readonly conflicts: number;
  /** Refused and not yet read by the person. */
  readonly refused: number;
}

export function countOutbox(statements: Statements): OutboxCounts {
  const [row] = statements.rows<{ waiting: number; conflicts: number; refused: number }>(
    `SELECT COUNT(*) FILTER (WHERE state IN ('pending', 'sending')) AS waiting,
            COUNT(*) FILTER (WHERE state = 'conflict') AS conflicts,
            COUNT(*) FILTER (WHERE state = 'refused' AND "acknowledgedAt" IS NULL) AS refused
     FROM outbox WHERE state IN ('pending', 'sending', 'conflict', 'refused')`,
  );
  return row ?? { waiting: 0, conflicts: 0, refused: 0 };
}

/** Decisions for the outbox window: open and unread ones, settled ones, or all; newest first. */
export function listDecisions(
  statements: Statements,
  only: 'open' | 'settled' | 'all',
  offset: number,
  limit: number,
): { total: number; rows: OutboxRow[] } {
  const open = `(state IN ('pending', 'sending', 'conflict') OR (state = 'refused' AND "acknowledgedAt" IS NULL))`;
  const where = { open, settled: `NOT ${open}`, all: '1' }[only];
  const [count] = statements.rows<{ total: number }>(`SELECT COUNT(*) AS total FROM outbox WHERE ${where}`);
  const rows = statements.rows<OutboxRow>(
    `SELECT * FROM outbox WHERE ${where} ORDER BY sequence DESC LIMIT ? OFFSET ?`,
    limit,
    offset,
  );
  return { total: count?.total ?? 0, rows };
}

/** Every decision that the nation has not judged, oldest first: what an export saves. */
export function readUndelivered(statements: Statements): OutboxRow[] {
  return statements.rows<OutboxRow>(
    `SELECT * FROM outbox WHERE state IN ('pending', 'sending', 'conflict') ORDER BY sequence`,
  );
}
