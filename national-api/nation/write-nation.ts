/** Writes a drawn nation: rows, feed, scopes, journal, in one transaction; indexes are made once, after the load. */
import { sql } from 'kysely';
import { AGENCIES } from '../../contract/domain/geography/agency.ts';
import type { Database, Writer } from '../database/database.ts';
import { INDEXES } from '../database/migrations/0001-nation.ts';
import type { Tables } from '../database/tables.ts';
import { definitionOf } from '../feed/scope-definition.ts';
import { scopeOfAgency } from '../feed/scope-versions.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { bulkInsert } from './bulk-insert.ts';
import { chainDecisions } from './chain-decisions.ts';
import type { NationDay } from './nation-day.ts';
import type { DraftTable, NationDraft } from './nation-draft.ts';
import type { NationPlan } from './nation-size.ts';
import { numberRows } from './number-rows.ts';
import { createRandom } from './random.ts';

/** Rows of a load above which dropping the indexes and making them again is quicker. */
const LARGE = 20_000;

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

export async function writeNation(
  writer: Writer,
  dialect: Database['dialect'],
  draft: NationDraft,
  plan: NationPlan,
  day: NationDay,
): Promise<void> {
  const large = plan.candidates >= LARGE;
  if (large) for (const index of INDEXES) await sql.raw(`DROP INDEX "${indexName(index)}"`).execute(writer);
  for (const name of Object.keys(draft.rows) as DraftTable[]) {
    await bulkInsert(writer, dialect, name, draft.rows[name] as never);
  }
  const head = await writer.selectFrom('feedHead').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
  const entries = numberRows(draft, head.number);
  await bulkInsert(writer, dialect, 'feed', entries);
  const chain = chainDecisions(draft.decisions, createRandom(plan.seed, `${plan.size}:journal`), {
    number: head.journalNumber,
    hash: head.journalHash,
  });
  await bulkInsert(writer, dialect, 'journal', chain.lines);
  await bulkInsert(writer, dialect, 'journalValue', chain.values);
  if (large) for (const index of INDEXES) await sql.raw(index).execute(writer);
  await writeScopes(writer, draft, day);
  await writer
    .updateTable('feedHead')
    .set({ number: head.number + entries.length, journalNumber: chain.number, journalHash: chain.hash })
    .where('id', '=', 1)
    .execute();
}
