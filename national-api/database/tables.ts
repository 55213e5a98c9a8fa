/** Every table of the service, as kysely sees it: the rows of the feed with their private columns, then its own tables. */
import type { RowOf } from '../../contract/national/rows/column.ts';
import type { RowOfKind } from '../../contract/national/rows/row-kinds.ts';
import type {
  ACCOUNT_COLUMNS,
  ACTIVATION_COLUMNS,
  CANDIDATE_CONTACT_COLUMNS,
  CANDIDATE_DOCUMENT_COLUMNS,
  CANDIDATE_PRIVATE_COLUMNS,
  CELL_LOG_COLUMNS,
  COMMAND_RESULT_COLUMNS,
  DEPARTURE_COLUMNS,
  FEED_COLUMNS,
  FEED_HEAD_COLUMNS,
  HABILITATION_COLUMNS,
  JOURNAL_COLUMNS,
  JOURNAL_VALUE_COLUMNS,
  MAIL_COLUMNS,
  MISSION_PRIVATE_COLUMNS,
  NATION_COLUMNS,
  OIDC_COLUMNS,
  PERSON_COLUMNS,
  PRESENCE_COLUMNS,
  READ_JOURNAL_COLUMNS,
  SCOPE_COLUMNS,
} from './private-columns.ts';

export interface Tables {
  mission: RowOfKind<'mission'> & RowOf<typeof MISSION_PRIVATE_COLUMNS>;
  establishment: RowOfKind<'establishment'>;
  crisisMode: RowOfKind<'crisisMode'>;
  directAccess: RowOfKind<'directAccess'>;
  opening: RowOfKind<'opening'>;
  alert: RowOfKind<'alert'>;
  reserveRequest: RowOfKind<'reserveRequest'>;
  pool: RowOfKind<'pool'>;
  regulator: RowOfKind<'regulator'>;
  accountRequest: RowOfKind<'accountRequest'>;
  proposal: RowOfKind<'proposal'>;
  candidate: RowOfKind<'candidate'> & RowOf<typeof CANDIDATE_PRIVATE_COLUMNS>;

  candidateContact: RowOf<typeof CANDIDATE_CONTACT_COLUMNS>;
  candidateDocument: RowOf<typeof CANDIDATE_DOCUMENT_COLUMNS>;
  account: RowOf<typeof ACCOUNT_COLUMNS>;
  activation: RowOf<typeof ACTIVATION_COLUMNS>;
  person: RowOf<typeof PERSON_COLUMNS>;
  habilitation: RowOf<typeof HABILITATION_COLUMNS>;
  oidcPayload: RowOf<typeof OIDC_COLUMNS>;

  commandResult: RowOf<typeof COMMAND_RESULT_COLUMNS>;
  feedHead: RowOf<typeof FEED_HEAD_COLUMNS>;
  feed: RowOf<typeof FEED_COLUMNS>;
  departure: RowOf<typeof DEPARTURE_COLUMNS>;
  scope: RowOf<typeof SCOPE_COLUMNS>;
  journal: RowOf<typeof JOURNAL_COLUMNS>;
  journalValue: RowOf<typeof JOURNAL_VALUE_COLUMNS>;
  readJournal: RowOf<typeof READ_JOURNAL_COLUMNS>;
  mail: RowOf<typeof MAIL_COLUMNS>;
  nation: RowOf<typeof NATION_COLUMNS>;

  presence: RowOf<typeof PRESENCE_COLUMNS>;
  cellLog: RowOf<typeof CELL_LOG_COLUMNS>;
}
