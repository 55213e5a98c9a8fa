/** Every table with its columns and what orders its rows: for what must go through all of them (bulk load, digest). */
import type { Columns } from '../../contract/national/rows/column.ts';
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
} from '../database/private-columns.ts';
import type { Tables } from '../database/tables.ts';

export interface TableShape {
  readonly columns: Columns;
  /** The primary key. */
  readonly key: readonly string[];
}

const byId = (columns: Columns): TableShape => ({ columns, key: ['id'] });

export const TABLE_SHAPES: Readonly<Record<keyof Tables, TableShape>> = {
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
  candidateContact: { columns: CANDIDATE_CONTACT_COLUMNS, key: ['candidateId'] },
  candidateDocument: byId(CANDIDATE_DOCUMENT_COLUMNS),
  account: byId(ACCOUNT_COLUMNS),
  activation: { columns: ACTIVATION_COLUMNS, key: ['tokenHash'] },
  person: byId(PERSON_COLUMNS),
  habilitation: byId(HABILITATION_COLUMNS),
  oidcPayload: { columns: OIDC_COLUMNS, key: ['key'] },
  commandResult: { columns: COMMAND_RESULT_COLUMNS, key: ['commandId'] },
  feedHead: byId(FEED_HEAD_COLUMNS),
  feed: { columns: FEED_COLUMNS, key: ['kind', 'id'] },
  departure: { columns: DEPARTURE_COLUMNS, key: ['number'] },
  scope: { columns: SCOPE_COLUMNS, key: ['id', 'version'] },
  journal: { columns: JOURNAL_COLUMNS, key: ['number'] },
  journalValue: { columns: JOURNAL_VALUE_COLUMNS, key: ['journalNumber'] },
  readJournal: { columns: READ_JOURNAL_COLUMNS, key: ['instance', 'number'] },
  mail: byId(MAIL_COLUMNS),
  nation: byId(NATION_COLUMNS),
  presence: { columns: PRESENCE_COLUMNS, key: ['personId', 'station', 'missionId'] },
  cellLog: byId(CELL_LOG_COLUMNS),
};

export const TABLE_NAMES = Object.keys(TABLE_SHAPES) as readonly (keyof Tables)[];
