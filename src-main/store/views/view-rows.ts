/**
 * The rows of the views: what the nation confirmed joined with what the person still wants (ARCHITECTURE §5). Each has
 * the very columns of its mirror row, so that the same rules read both.
 */
import type { CandidateRow } from '../../../contract/national/rows/candidate-row.ts';
import type { MissionRow } from '../../../contract/national/rows/mission-row.ts';
import type { ProposalRow } from '../../../contract/national/rows/proposal-row.ts';
import type {
  AccountRequestRow,
  AlertRow,
  CrisisModeRow,
  DirectAccessRow,
  OpeningRow,
  ReserveRequestRow,
} from '../../../contract/national/rows/regulation-rows.ts';

interface Intent {
  /** 1 while a decision about it waits, is being sent, or is in conflict. */
  hasOpenIntent: 0 | 1;
  hasConflict: 0 | 1;
}

export type MissionViewRow = MissionRow & Intent;
export type CandidateViewRow = CandidateRow & Intent;
export type ProposalViewRow = ProposalRow & Intent;
export type AlertViewRow = AlertRow & Intent;
export type CrisisViewRow = CrisisModeRow & Intent;
export type DirectAccessViewRow = DirectAccessRow & Intent;
export type OpeningViewRow = OpeningRow & Intent;
export type AccountRequestViewRow = AccountRequestRow & Intent;
export type ReserveRequestViewRow = ReserveRequestRow & Intent;
