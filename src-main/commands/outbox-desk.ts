/** The outbox window: what waits, what was refused, what is in conflict; and a copy of what the nation has not judged. */
import type { z } from 'zod';
import type { outboxLineSchema } from '../../contract/app/sheets.ts';
import type { OutboxRow } from '../store/outbox/outbox-row.ts';
import { listDecisions, readDecision, readUndelivered } from '../store/outbox/read-outbox.ts';
import { annotateDecision } from '../store/outbox/write-outbox.ts';
import { subjectIsHere } from '../store/queries/subject-is-here.ts';
import { DecisionFailure } from './decision-failure.ts';
import type { DeskContext } from './desk-context.ts';
import { withdrawFromChain } from './place-decision.ts';

type OutboxLine = z.infer<typeof outboxLineSchema>;

function lineOf({ store }: DeskContext, row: OutboxRow): OutboxLine {
  return {
    commandId: row.commandId,
    batchId: row.batchId,
    title: row.title,
    subjectLabel: row.label,
    subjectKind:
      row.candidateId !== null && row.missionId === null ? 'candidate' : row.missionId !== null ? 'mission' : row.fact,
    subjectId: row.missionId ?? row.candidateId ?? row.subject,
    state: row.state,
    createdAt: row.decidedAt,
    settledAt: row.settledAt,
    message: row.message,
    nextTryAt: row.nextTryAt,
    author: row.author,
    authorAt: row.authorAt,
    outOfScope: !subjectIsHere(store, row),
  };
}

export function listOutbox(
  context: DeskContext,
  only: 'open' | 'settled' | 'all',
  offset: number,
  limit: number,
): { total: number; lines: OutboxLine[] } {
  const { total, rows } = listDecisions(context.store.statements, only, offset, limit);
  return { total, lines: rows.map((row) => lineOf(context, row)) };
}

function requireDecision({ store }: DeskContext, commandId: string): OutboxRow {
  const row = readDecision(store.statements, commandId);
  if (row === null) throw new DecisionFailure('not-found', "Cette décision n'est pas sur ce poste.");
  return row;
}

/** Takes back one decision that has not left, or that met a conflict. */
export function withdrawDecision(context: DeskContext, commandId: string): void {
  const row = requireDecision(context, commandId);
  if (row.state === 'sending') {
    throw new DecisionFailure(
      'not-allowed',
      "Cette décision est en cours d'envoi : attendez son verdict, puis annulez-la.",
    );
  }
  if (row.state === 'pending' && row.maybeJudged === 1) {
    const said =
      'Cette décision est peut-être déjà arrivée au service national : attendez son verdict, puis annulez-la.';
    throw new DecisionFailure('not-allowed', said);
  }
  if (row.state !== 'pending' && row.state !== 'conflict') {
    throw new DecisionFailure('not-allowed', 'Cette décision est déjà jugée.');
  }
  const settledAt = new Date(context.clock()).toISOString();
  context.store.transaction('decision', (transaction) => {
    withdrawFromChain(transaction, row, { outcome: 'withdrawn', settledAt });
  });
}

/** The person has read why it was refused. */
export function acknowledgeRefusal(context: DeskContext, commandId: string): void {
  const row = requireDecision(context, commandId);
  if (row.state !== 'refused' || row.acknowledgedAt !== null) return;
  const acknowledgedAt = new Date(context.clock()).toISOString();
  context.store.transaction('decision', (transaction) => annotateDecision(transaction, row, { acknowledgedAt }));
}

/** Every undelivered decision, as text that a person can read and another workstation can take up (TRUST G8). */
export function exportOutbox(context: DeskContext): { fileName: string; text: string } {
  const at = new Date(context.clock()).toISOString();
  const decisions = readUndelivered(context.store.statements).map((row) => ({
    commandId: row.commandId,
    decision: row.title,
    about: row.label,
    state: row.state,
    decidedAt: row.decidedAt,
    command: { kind: row.kind, subject: row.subject, version: row.version, input: JSON.parse(row.input) as unknown },
  }));
  const document = {
    format: 'renfort-outbox-1',
    explication: "Décisions que le service national n'a pas encore jugées. Gardez ce fichier : rien n'y est perdu.",
    exportedAt: at,
    personId: context.person.personId,
    decisions,
  };
  return {
    fileName: `decisions-en-attente-${at.slice(0, 16).replace(/[:T]/g, '-')}.json`,
    text: `${JSON.stringify(document, null, 2)}\n`,
  };
}
