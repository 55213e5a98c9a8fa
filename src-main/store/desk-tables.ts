/** Every table and view of the local base, as kysely knows them. */
import type { ProposalRow } from '../../contract/national/rows/proposal-row.ts';
import type { RowKind, RowOfKind } from '../../contract/national/rows/row-kinds.ts';
import type { OutboxRow } from './outbox/outbox-row.ts';
import type {
  AccountRequestViewRow,
  AlertViewRow,
  CandidateViewRow,
  CrisisViewRow,
  DirectAccessViewRow,
  MissionViewRow,
  OpeningViewRow,
  ProposalViewRow,
  ReserveRequestViewRow,
} from './views/view-rows.ts';

/** A mirror table: the nation's row, the place where it lies, the feed number that guards it. */
export type Mirrored<K extends RowKind> = RowOfKind<K> & { rowid: number; feedNumber: number };

export interface MetaRow {
  name: string;
  /** JSON. */
  value: string;
}

export interface SavedViewRow {
  id: string;
  window: string;
  name: string;
  definition: string;
  position: number;
}

type MirrorTables = { [K in RowKind]: Mirrored<K> };

export interface DeskTables extends MirrorTables {
  outbox: OutboxRow;
  meta: MetaRow;
  savedView: SavedViewRow;
  missionView: MissionViewRow & { rowid: number };
  candidateView: CandidateViewRow & { rowid: number };
  proposalView: ProposalViewRow;
  alertView: AlertViewRow;
  crisisView: CrisisViewRow;
  directAccessView: DirectAccessViewRow;
  openingView: OpeningViewRow;
  reserveRequestView: ReserveRequestViewRow;
  accountRequestView: AccountRequestViewRow;
  /** What is open on proposals, with the state each had and takes. */
  proposalIntent: {
    commandId: string;
    subject: string;
    missionId: string;
    candidateId: string;
    decidedAt: string;
    was: ProposalRow['state'] | null;
    becomes: ProposalRow['state'];
  };
}
