/**
 * Decisions in the windows' words. Any of them works on one row or on a thousand: preview, commit, report, undo
 * (ARCHITECTURE §5 bulk; FEATURES D2). The main process turns each into commands of the national contract.
 */
import { z } from 'zod';
import { ALERT_EVENTS } from '../domain/alert.ts';
import { CLOSING_REASONS } from '../domain/mission.ts';
import { PRIORITIES } from '../domain/priority.ts';
import { EARLY_END_REASONS, RELEASE_REASONS } from '../domain/proposal-reason.ts';
import { ACCOUNT_DECISIONS } from './account-decision.ts';
import { NATION_DECISIONS } from './nation-decision.ts';
import { chosenSetSchema } from './selection.ts';

const reason = z.string().trim().max(500).nullable();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set-priority'), priority: z.enum(PRIORITIES), reason }),
  z.strictObject({ kind: z.literal('defer'), until: day.nullable(), reason }),
  z.strictObject({ kind: z.literal('note'), text: z.string().trim().max(4000).nullable() }),
  z.strictObject({ kind: z.literal('assign-regulator'), regulatorId: z.string().nullable() }),
  z.strictObject({ kind: z.literal('close-mission'), closing: z.enum(CLOSING_REASONS), comment: reason }),
  z.strictObject({ kind: z.literal('reopen-mission'), reason }),
  z.strictObject({ kind: z.literal('alert'), event: z.enum(ALERT_EVENTS), text: z.string().trim().max(4000) }),
  /** Candidates are the targets; each is proposed to every mission named (one or several). */
  z.strictObject({ kind: z.literal('propose'), missionIds: z.array(z.string()).min(1).max(50), reason }),
  /** Missions are the targets; each gets its best-ranked free people, up to its open posts, nobody twice. */
  z.strictObject({ kind: z.literal('propose-best') }),
  /** Rows of a plan of arbitration are the targets (contract/app/arbitration-contract.ts). */
  z.strictObject({ kind: z.literal('commit-plan'), planId: z.string(), reason }),
  z.strictObject({ kind: z.literal('assign-on-behalf'), missionId: z.string(), reason }),
  z.strictObject({ kind: z.literal('verify'), verified: z.boolean(), reason }),
  z.strictObject({ kind: z.literal('set-availability'), available: z.boolean(), reason }),
  // Targets: proposals
  z.strictObject({ kind: z.literal('withdraw-proposal'), reason }),
  z.strictObject({ kind: z.literal('release'), release: z.enum(RELEASE_REASONS), comment: reason }),
  z.strictObject({ kind: z.literal('remind') }),
  z.strictObject({ kind: z.literal('end-early'), on: day, end: z.enum(EARLY_END_REASONS), comment: reason }),
  z.strictObject({ kind: z.literal('cancel-assignment'), end: z.enum(EARLY_END_REASONS), comment: reason }),
  // Targets: none (the decision names its own subject)
  z.strictObject({
    kind: z.literal('switch-crisis-mode'),
    agency: z.int(),
    profession: z.string().nullable(),
    active: z.boolean(),
    recallContacts: z.boolean(),
    reason: z.string().trim().min(1).max(500),
  }),
  /** Several lines of the crisis window at once, each its own decision. */
  z.strictObject({
    kind: z.literal('switch-crisis-modes'),
    lines: z
      .array(z.strictObject({ agency: z.int(), profession: z.string().nullable() }))
      .min(1)
      .max(500),
    active: z.boolean(),
    recallContacts: z.boolean(),
    reason: z.string().trim().min(1).max(500),
  }),
  z.strictObject({
    kind: z.literal('grant-direct-access'),
    agency: z.int(),
    establishmentId: z.string().nullable(),
    missionId: z.string().nullable(),
    until: day,
    reason: z.string().trim().min(1).max(500),
  }),
  z.strictObject({
    kind: z.literal('revoke-direct-access'),
    grantId: z.string(),
    reason: z.string().trim().min(1).max(500),
  }),
  ...NATION_DECISIONS,
  ...ACCOUNT_DECISIONS,
]);
export type Decision = z.infer<typeof decisionSchema>;
export type DecisionKind = Decision['kind'];

export const previewRequestSchema = z.strictObject({ decision: decisionSchema, targets: chosenSetSchema });

/** What would happen to one target; frozen with the version that the person saw. */
export const previewRowSchema = z.strictObject({
  subjectId: z.string(),
  /** "IDE · EHPAD de démonstration – Les Tilleuls (54)". */
  label: z.string(),
  before: z.string(),
  after: z.string(),
  outcome: z.enum(['changes', 'unchanged', 'invalid']),
  /** French sentences: why invalid, or what to know. */
  remarks: z.array(z.string()),
});

export const previewSchema = z.strictObject({
  previewId: z.string(),
  revision: z.int(),
  counts: z.strictObject({ changes: z.int(), unchanged: z.int(), invalid: z.int() }),
  /** Up to 200 rows: all that are invalid first, then the others. */
  rows: z.array(previewRowSchema),
  /** What will follow: mails that will leave, reservations, share of open posts in P1… French sentences. */
  consequences: z.array(z.string()),
  /** A reason must be given before it can be committed (P1 beyond 20 % of open posts, act outside the region…). */
  asksReason: z.string().nullable(),
});
export type Preview = z.infer<typeof previewSchema>;

export const batchRowSchema = z.strictObject({
  commandId: z.string(),
  subjectId: z.string(),
  label: z.string(),
  state: z.enum(['pending', 'sending', 'confirmed', 'conflict', 'refused', 'withdrawn']),
  message: z.string().nullable(),
});
/** The report of a batch, verdict by verdict, as they come. */
export const batchReportSchema = z.strictObject({
  batchId: z.string(),
  title: z.string(),
  at: z.string(),
  counts: z.record(z.string(), z.int()),
  rows: z.array(batchRowSchema),
  /** Null while it can be undone; else why not. */
  undoRefusal: z.string().nullable(),
});
export type BatchReport = z.infer<typeof batchReportSchema>;
