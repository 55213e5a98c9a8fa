/**
 * What happened, newest first: dated facts of the rows as the nation confirmed them, and the decisions of this
 * workstation that it has not confirmed.
 */
import type { z } from 'zod';
import type { historyLineSchema } from '../../../contract/app/sheets.ts';
import type { AlertState } from '../../../contract/domain/alert.ts';
import { ALERT_STATE_LABELS } from '../../../contract/domain/alert.ts';
import { formatCivilDate } from '../../../contract/domain/civil-date.ts';
import type { ClosingReason } from '../../../contract/domain/mission.ts';
import { CLOSING_REASON_LABELS } from '../../../contract/domain/mission.ts';
import type { Priority } from '../../../contract/domain/priority.ts';
import { PRIORITY_LABELS } from '../../../contract/domain/priority.ts';
import type { ProposalState } from '../../../contract/domain/proposal.ts';
import { PROPOSAL_STATE_LABELS } from '../../../contract/domain/proposal.ts';
import type { OutboxRow } from '../../store/outbox/outbox-row.ts';
import type { NamedProposal } from '../../store/queries/read-sheets.ts';
import type { AlertViewRow, CandidateViewRow, MissionViewRow } from '../../store/views/view-rows.ts';

export type HistoryLine = z.infer<typeof historyLineSchema>;

function fact(
  at: string | null,
  author: string | null,
  title: string,
  detail: string | null = null,
): readonly HistoryLine[] {
  return at === null ? [] : [{ at, author, title, detail, state: 'confirmed' }];
}

function ofProposal(proposal: NamedProposal, about: 'mission' | 'candidate'): readonly HistoryLine[] {
  const who = about === 'mission' ? (proposal.candidateName ?? 'Personne hors de portée') : proposal.establishmentName;
  const state = proposal.state as ProposalState;
  return [
    ...fact(proposal.proposedAt, proposal.proposedByName || null, 'Proposition', who),
    ...fact(proposal.contactedAt, proposal.contactedByName, 'Contact par l’établissement', who),
    ...fact(proposal.remindedAt, null, 'Relance de l’établissement', who),
    ...fact(proposal.decidedAt, proposal.decidedByName, `Proposition ${PROPOSAL_STATE_LABELS[state] ?? state}`, who),
  ];
}

function ofAlert(alert: AlertViewRow | null): readonly HistoryLine[] {
  if (alert === null) return [];
  const state = ALERT_STATE_LABELS[alert.state as AlertState] ?? alert.state;
  return [
    ...fact(alert.raisedAt, alert.raisedByName || null, 'Alerte au CCS', alert.message),
    ...fact(alert.takenAt, alert.takenByName, 'Alerte prise par le CCS'),
    ...fact(alert.decidedAt, alert.decidedByName, `Alerte ${state}`),
  ];
}

/** A conflict and a refusal are told with what the service said. */
function ofDecision(row: OutboxRow): readonly HistoryLine[] {
  if (row.state === 'confirmed') return [];
  return [{ at: row.decidedAt, author: null, title: row.title, detail: row.message, state: row.state }];
}

const newestFirst = (lines: readonly HistoryLine[]): HistoryLine[] =>
  lines.toSorted((left, right) => (left.at === right.at ? 0 : left.at < right.at ? 1 : -1));

const dayOrNone = (day: string | null): string => (day === null ? 'Report levé' : `Jusqu’au ${formatCivilDate(day)}`);

export function missionHistory(
  row: MissionViewRow,
  alert: AlertViewRow | null,
  proposals: readonly NamedProposal[],
  decisions: readonly OutboxRow[],
): HistoryLine[] {
  const closing =
    row.closingReason === null ? null : (CLOSING_REASON_LABELS[row.closingReason as ClosingReason] ?? null);
  return newestFirst([
    ...fact(row.createdAt, null, 'Besoin déposé'),
    ...fact(row.priorityAt, row.priorityByName, PRIORITY_LABELS[row.priority as Priority], row.priorityReason),
    ...fact(row.deferralAt, row.deferralByName, dayOrNone(row.deferredUntil), row.deferralReason),
    ...fact(row.noteAt, row.noteByName, row.note === null ? 'Note effacée' : 'Note', row.note),
    ...fact(row.regulatorAt, row.regulatorByName, 'Régulateur', row.regulatorName ?? 'Personne'),
    ...fact(row.closedAt, row.closedByName, 'Mission close', closing),
    ...ofAlert(alert),
    ...proposals.flatMap((proposal) => ofProposal(proposal, 'mission')),
    ...decisions.flatMap(ofDecision),
  ]);
}

export function candidateHistory(
  row: CandidateViewRow,
  proposals: readonly NamedProposal[],
  decisions: readonly OutboxRow[],
): HistoryLine[] {
  const isVerified = row.verification === 'verified';
  const isAvailable = row.availability === 'available';
  return newestFirst([
    ...fact(row.createdAt, null, 'Inscription'),
    ...fact(row.verificationAt, row.verificationByName, isVerified ? 'Pièces vérifiées' : 'Pièces à vérifier'),
    ...fact(
      row.availabilityAt,
      row.availabilityByName,
      isAvailable ? 'De nouveau disponible' : 'Indisponible',
      row.availabilityReason,
    ),
    ...proposals.flatMap((proposal) => ofProposal(proposal, 'candidate')),
    ...decisions.flatMap(ofDecision),
  ]);
}
