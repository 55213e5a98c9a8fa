/** The first schema: every table of the nation, its invariants as indexes, and a journal that nobody can rewrite. */
import { sql } from 'kysely';
import { columnNames } from '../../../contract/national/rows/column.ts';
import { ROW_KIND_NAMES, ROW_KINDS } from '../../../contract/national/rows/row-kinds.ts';
import { createTable } from '../create-table.ts';
import type { Database, Writer } from '../database.ts';
import {
  ACCOUNT_COLUMNS,
  ACTIVATION_COLUMNS,
  CANDIDATE_CONTACT_COLUMNS,
  CANDIDATE_DOCUMENT_COLUMNS,
  CANDIDATE_PRIVATE_COLUMNS,
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
  READ_JOURNAL_COLUMNS,
  SCOPE_COLUMNS,
} from '../private-columns.ts';

const PRIVATE_PARTS = { candidate: CANDIDATE_PRIVATE_COLUMNS, mission: MISSION_PRIVATE_COLUMNS } as const;

const OWN_TABLES = [
  ['candidateContact', CANDIDATE_CONTACT_COLUMNS, ['candidateId']],
  ['candidateDocument', CANDIDATE_DOCUMENT_COLUMNS, ['id']],
  ['account', ACCOUNT_COLUMNS, ['id']],
  ['activation', ACTIVATION_COLUMNS, ['tokenHash']],
  ['person', PERSON_COLUMNS, ['id']],
  ['habilitation', HABILITATION_COLUMNS, ['id']],
  ['oidcPayload', OIDC_COLUMNS, ['key']],
  ['commandResult', COMMAND_RESULT_COLUMNS, ['commandId']],
  ['feedHead', FEED_HEAD_COLUMNS, ['id']],
  ['feed', FEED_COLUMNS, ['kind', 'id']],
  ['departure', DEPARTURE_COLUMNS, ['number']],
  ['scope', SCOPE_COLUMNS, ['id', 'version']],
  ['journal', JOURNAL_COLUMNS, ['number']],
  ['journalValue', JOURNAL_VALUE_COLUMNS, ['journalNumber']],
  ['readJournal', READ_JOURNAL_COLUMNS, ['instance', 'number']],
  ['mail', MAIL_COLUMNS, ['id']],
  ['nation', NATION_COLUMNS, ['id']],
] as const;

/** Invariants that hold even if a rule above were wrong, then what the service's own questions need. */
export const INDEXES: readonly string[] = [
  'CREATE UNIQUE INDEX "oneLiveProposalPerPair" ON "proposal" ("missionId", "candidateId") WHERE "state" IN (\'open\', \'suspended\', \'contacted\', \'accepted\')',
  'CREATE UNIQUE INDEX "oneContactPerCandidate" ON "proposal" ("candidateId") WHERE "state" = \'contacted\'',
  'CREATE UNIQUE INDEX "oneAccountPerEmail" ON "account" ("email")',
  'CREATE UNIQUE INDEX "feedByNumber" ON "feed" ("number")',
  'CREATE INDEX "proposalByCandidate" ON "proposal" ("candidateId", "state")',
  'CREATE INDEX "proposalByMission" ON "proposal" ("missionId", "state")',
  'CREATE INDEX "proposalByOpening" ON "proposal" ("openingId") WHERE "openingId" IS NOT NULL',
  'CREATE INDEX "proposalByState" ON "proposal" ("state", "updatedAt")',
  'CREATE INDEX "missionByEstablishment" ON "mission" ("establishmentId")',
  'CREATE INDEX "missionByAgency" ON "mission" ("agency", "state")',
  'CREATE INDEX "candidateByAgency" ON "candidate" ("agency", "profession")',
  'CREATE INDEX "candidateByEmail" ON "candidate" ("emailKey")',
  'CREATE INDEX "candidateByIdentifier" ON "candidate" ("identifier")',
  'CREATE INDEX "candidateByNumber" ON "candidate" ("number")',
  'CREATE INDEX "establishmentByFiness" ON "establishment" ("finess")',
  'CREATE INDEX "establishmentByGid" ON "establishment" ("gid")',
  'CREATE INDEX "accountRequestByEmail" ON "accountRequest" ("email")',
  'CREATE INDEX "accountRequestByState" ON "accountRequest" ("state", "submittedAt")',
  'CREATE INDEX "documentByCandidate" ON "candidateDocument" ("candidateId")',
  'CREATE INDEX "habilitationByPerson" ON "habilitation" ("personId")',
  'CREATE UNIQUE INDEX "onePersonPerEmail" ON "person" ("email")',
  'CREATE UNIQUE INDEX "onePersonPerSubject" ON "person" ("subject")',
  'CREATE INDEX "mailByState" ON "mail" ("state", "notBefore")',
  'CREATE INDEX "mailByProposal" ON "mail" ("proposalId")',
  'CREATE INDEX "journalBySubject" ON "journal" ("subjectId")',
  'CREATE INDEX "journalByActor" ON "journal" ("actorId", "number")',
  'CREATE INDEX "readJournalByActor" ON "readJournal" ("actorId", "at")',
  'CREATE INDEX "oidcByGrant" ON "oidcPayload" ("grantId")',
  'CREATE INDEX "oidcByUid" ON "oidcPayload" ("uid")',
];

/**
 * Tables whose lines are never removed, with the columns that never change (null: all of them). The words of a verdict
 * carry rows, names included: erasing a person blanks them there, and the rest of the line stays (TRUST D4).
 */
const APPEND_ONLY: readonly (readonly [table: string, frozen: readonly string[] | null])[] = [
  ['journal', null],
  ['readJournal', null],
  ['commandResult', columnNames(COMMAND_RESULT_COLUMNS).filter((name) => name !== 'verdict')],
];

async function forbidRewriting(
  writer: Writer,
  dialect: Database['dialect'],
  table: string,
  frozen: readonly string[] | null,
): Promise<void> {
  const update = frozen === null ? 'UPDATE' : `UPDATE OF ${frozen.map((name) => `"${name}"`).join(', ')}`;
  if (dialect === 'sqlite') {
    for (const [verb, event] of [
      ['UPDATE', update],
      ['DELETE', 'DELETE'],
    ]) {
      await sql
        .raw(
          `CREATE TRIGGER "${table}No${verb}" BEFORE ${event} ON "${table}" BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
        )
        .execute(writer);
    }
    return;
  }
  await sql
    .raw(
      `CREATE TRIGGER "${table}AppendOnly" BEFORE ${update} OR DELETE OR TRUNCATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION "refuseRewriting"()`,
    )
    .execute(writer);
}

export async function createNation(writer: Writer, dialect: Database['dialect']): Promise<void> {
  for (const kind of ROW_KIND_NAMES) {
    const extra = kind === 'candidate' || kind === 'mission' ? PRIVATE_PARTS[kind] : {};
    await createTable(writer, dialect, kind, { ...ROW_KINDS[kind], ...extra }, ['id']);
  }
  for (const [name, columns, key] of OWN_TABLES) await createTable(writer, dialect, name, columns, key);
  for (const index of INDEXES) await sql.raw(index).execute(writer);
  if (dialect === 'postgres') {
    await sql
      .raw(
        `CREATE FUNCTION "refuseRewriting"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
      )
      .execute(writer);
  }
  for (const [table, frozen] of APPEND_ONLY) await forbidRewriting(writer, dialect, table, frozen);
  await sql`INSERT INTO "feedHead" ("id", "number", "journalNumber", "journalHash") VALUES (1, 0, 0, '')`.execute(
    writer,
  );
}
