/** Writes a drawn nation: rows, feed, scopes, journal, in one transaction; indexes are made once, after the load. */
import { sql } from 'kysely';
import { AGENCIES } from '../../contract/domain/geography/agency.ts';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { Database, Writer } from '../database/database.ts';
import { INDEXES } from '../database/migrations/0001-nation.ts';
import type { Tables } from '../database/tables.ts';
import { definitionOf } from '../feed/scope-definition.ts';
import { scopeOfAgency } from '../feed/scope-versions.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { ChainLink } from './chain-decisions.ts';
import { chainDecisions } from './chain-decisions.ts';
import type { NationDay } from './nation-day.ts';
import type { DraftTable, NationDraft } from './nation-draft.ts';
import type { NationPlan } from './nation-size.ts';
import { numberRows } from './number-rows.ts';
import { contactsOf, documentsOf } from './private-parts.ts';
import { createRandom } from './random.ts';

/** Candidates from which dropping the indexes and making them again is quicker. */
const LARGE = 5_000;

function indexName(statement: string): string {
  const name = /INDEX "(\w+)"/.exec(statement)?.[1];
  if (name === undefined) throw new Error(`No index name in ${statement}`);
  return name;
}

async function writeScopes(writer: Writer, draft: NationDraft, day: NationDay): Promise<void> {
  const scopes: Tables['scope'][] = [];
  for (const { code } of AGENCIES) {
    const definition = definitionOf(code, draft.rows.opening, day.today);
    if (definition.length === 0) continue;
    scopes.push({
      id: scopeOfAgency(code),
      version: 1,
      definition: canonicalJson(definition),
      at: day.hoursAgo(0),
    });
  }
  if (scopes.length > 0) await writer.insertInto('scope').values(scopes).execute();
}

/** Lines held before they are written. */
const LINES = 5_000;

async function writeJournal(
  database: Database,
  writer: Writer,
  draft: NationDraft,
  plan: NationPlan,
  from: { number: number; hash: string },
): Promise<{ number: number; hash: string }> {
  let links: ChainLink[] = [];
  let end = from;
  const flush = async (): Promise<void> => {
    await bulkInsert(
      database,
      writer,
      'journal',
      links.map(({ line }) => line),
    );
    await bulkInsert(
      database,
      writer,
      'journalValue',
      links.map(({ value }) => value),
    );
    links = [];
  };
  for (const link of chainDecisions(draft.decisions, createRandom(plan.seed, `${plan.size}:journal`), from)) {
    links.push(link);
    end = { number: link.line.number, hash: link.line.hash };
    if (links.length === LINES) await flush();
  }
  await flush();
  return end;
}

export async function writeNation(
  database: Database,
  writer: Writer,
  draft: NationDraft,
  plan: NationPlan,
  day: NationDay,
): Promise<void> {
  const large = plan.candidates >= LARGE;
  if (large) for (const index of INDEXES) await sql.raw(`DROP INDEX "${indexName(index)}"`).execute(writer);
  for (const name of Object.keys(draft.rows) as DraftTable[]) {
    await bulkInsert(database, writer, name, draft.rows[name] as never);
  }
  await bulkInsert(database, writer, 'candidateContact', contactsOf(plan, draft.rows.candidate));
  await bulkInsert(database, writer, 'candidateDocument', documentsOf(plan, draft.rows.candidate));
  const head = await writer.selectFrom('feedHead').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
  const entries = numberRows(draft, head.number);
  await bulkInsert(database, writer, 'feed', entries);
  const end = await writeJournal(database, writer, draft, plan, { number: head.journalNumber, hash: head.journalHash });
  if (large) for (const index of INDEXES) await sql.raw(index).execute(writer);
  await writeScopes(writer, draft, day);
  await writer
    .updateTable('feedHead')
    .set({ number: head.number + entries.length, journalNumber: end.number, journalHash: end.hash })
    .where('id', '=', 1)
    .execute();
}
