/** A decision as the outbox keeps it, from the click to its verdict and for ever after (ARCHITECTURE §5, TRUST G1-G8). */
import type { CommandKind } from '../../../contract/national/commands/command-inputs.ts';
import type { OutboxState } from './outbox-state.ts';

/**
 * What a command decides on, inside its subject: one decision is open per (subject, fact), except those that wait
 * behind another. Two facts of one mission never hold each other.
 */
export const FACTS = [
  'priority',
  'deferral',
  'note',
  'regulator',
  'life',
  'alert',
  'proposal',
  'verification',
  'availability',
  'crisis',
  'grant',
  'opening',
  'reserve',
  'arbitration',
  'request',
] as const;
export type Fact = (typeof FACTS)[number];

export interface OutboxRow {
  /** Order in which the person decided. */
  sequence: number;
  /** UUIDv7: the idempotency key for ever. */
  commandId: string;
  /** Who decided: never sent in the name of anybody else (TRUST S62). */
  personId: string;
  batchId: string | null;
  kind: CommandKind;
  subject: string;
  fact: Fact;
  /** The version that the person saw; moved on only when the decision waited behind an accepted one of theirs. */
  version: number;
  origin: 'single' | 'bulk' | 'suggestion' | 'offline' | 'undo';
  /** JSON, the command's input. */
  input: string;
  decidedAt: string;
  state: OutboxState;
  /** The command of the same subject and fact behind which this one waits. */
  behind: string | null;
  /** The open decision of which this one took the place. */
  replaces: string | null;
  /** The decision that took the place of this one. */
  supersededBy: string | null;
  /** The command whose effect this one takes back. */
  undoes: string | null;
  /** What the decision is about, for the views that join it. */
  missionId: string | null;
  candidateId: string | null;
  /** French, as on screen when the person decided: the row may have left the scope since. */
  label: string;
  title: string;
  /** JSON: the fields of the fact as the person saw them. */
  base: string;
  attempts: number;
  /**
   * 1 once it left and no verdict came back: the nation may have judged it. It can then no longer be withdrawn or
   * replaced as if it had never left; what follows waits behind it.
   */
  maybeJudged: 0 | 1;
  nextTryAt: string | null;
  /** How a settled one was settled; 'merged': someone had decided the same, nothing was left to do. */
  outcome: 'accepted' | 'merged' | 'conflict' | 'refused' | 'withdrawn' | 'superseded' | null;
  code: string | null;
  message: string | null;
  /** Who acted before, in a conflict, and when. */
  author: string | null;
  authorAt: string | null;
  settledAt: string | null;
  /** The version of the fact once the nation had accepted: what an undo, or a decision on top of it, starts from. */
  settledVersion: number | null;
  /** When the person read a refusal. */
  acknowledgedAt: string | null;
}
