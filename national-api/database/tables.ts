/** Every table of the service: its columns (the rows of the feed with their private columns, then its own) and its key. */
import type { Column, Columns, RowOf } from '../../contract/national/rows/column.ts';
import { ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import {
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
  SIGNING_KEY_COLUMNS,
} from './private-columns.ts';

export interface TableShape<C extends Columns = Columns> {
  readonly columns: C;
  /** The primary key. */
  readonly key: readonly string[];
}

const table = <C extends Columns>(columns: C, ...key: readonly (keyof C & string)[]): TableShape<C> => ({
  columns,
  key,
});
const byId = <C extends Columns & { readonly id: Column }>(columns: C): TableShape<C> => table(columns, 'id');

export const TABLE_SHAPES = {
  mission: byId({ ...ROW_KINDS.mission, ...MISSION_PRIVATE_COLUMNS }),
  establishment: byId(ROW_KINDS.establishment),
  crisisMode: byId(ROW_KINDS.crisisMode),
  directAccess: byId(ROW_KINDS.directAccess),
  opening: byId(ROW_KINDS.opening),
  alert: byId(ROW_KINDS.alert),
  reserveRequest: byId(ROW_KINDS.reserveRequest),
  pool: byId(ROW_KINDS.pool),
  regulator: byId(ROW_KINDS.regulator),
  accountRequest: byId(ROW_KINDS.accountRequest),
  proposal: byId(ROW_KINDS.proposal),
  candidate: byId({ ...ROW_KINDS.candidate, ...CANDIDATE_PRIVATE_COLUMNS }),

  candidateContact: table(CANDIDATE_CONTACT_COLUMNS, 'candidateId'),
  candidateDocument: byId(CANDIDATE_DOCUMENT_COLUMNS),
  account: byId(ACCOUNT_COLUMNS),
  activation: table(ACTIVATION_COLUMNS, 'tokenHash'),
  person: byId(PERSON_COLUMNS),
  habilitation: byId(HABILITATION_COLUMNS),
  oidcPayload: table(OIDC_COLUMNS, 'key'),

  commandResult: table(COMMAND_RESULT_COLUMNS, 'commandId'),
  feedHead: byId(FEED_HEAD_COLUMNS),
  feed: table(FEED_COLUMNS, 'kind', 'id'),
  departure: table(DEPARTURE_COLUMNS, 'number'),
  scope: table(SCOPE_COLUMNS, 'id', 'version'),
  journal: table(JOURNAL_COLUMNS, 'number'),
  journalValue: table(JOURNAL_VALUE_COLUMNS, 'journalNumber'),
  readJournal: table(READ_JOURNAL_COLUMNS, 'instance', 'number'),
  mail: byId(MAIL_COLUMNS),
  nation: byId(NATION_COLUMNS),

  presence: table(PRESENCE_COLUMNS, 'personId', 'station', 'missionId'),
  cellLog: byId(CELL_LOG_COLUMNS),
  signingKey: table(SIGNING_KEY_COLUMNS, 'keyId', 'personId'),
} as const;

export type TableName = keyof typeof TABLE_SHAPES;
export const TABLE_NAMES = Object.keys(TABLE_SHAPES) as readonly TableName[];

type Rows = { [Name in TableName]: RowOf<(typeof TABLE_SHAPES)[Name]['columns']> };

/** As kysely sees them. An interface, so that a generic name is read through its known members. */
export interface Tables extends Rows {}
