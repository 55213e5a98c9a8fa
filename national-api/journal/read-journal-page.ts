/** Reads the decision journal, newest first, within what the reader's right reaches (DOMAIN §9; FEATURES D7). */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { scopeOf } from '../../contract/domain/right.ts';
import type { RightScope } from '../../contract/domain/right-scope.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { JournalPage, JournalQuery } from '../../contract/national/views/journal-views.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { Ground } from '../kernel/ground.ts';
import { ANCHOR_KIND } from './anchor-reads.ts';

/** Events that an administrator reads, without any name (DOMAIN §9: "technical events"). */
export const TECHNICAL_KINDS: readonly string[] = [
  ANCHOR_KIND,
  'habilitation.grant',
  'habilitation.revoke',
  'mission.archive',
  'signing-key.register',
  'signing-key.revoke',
];

type Builder = ExpressionBuilder<Tables, 'journal'>;
type Reach = (actor: Principal, where: Builder) => Expression<SqlBool>;

const everything: Reach = (_actor, where) => where.lit(true);
const ofRegion: Reach = ({ agency }, where) =>
  agency === null
    ? where.lit(false)
    : where.or([where('subjectAgency', '=', agency), where('journal.agency', '=', agency)]);

const REACHES: Partial<Record<RightScope, Reach>> = {
  'own-acts': ({ personId }, where) => where('actorId', '=', personId),
  'own-region': ofRegion,
  nation: everything,
  mandate: (actor, where) => (actor.agency === null ? everything(actor, where) : ofRegion(actor, where)),
  technical: (_actor, where) => where('kind', 'in', [...TECHNICAL_KINDS]),
};

/** The end of a civil day, as an instant that sorts after all of it. Journal days are counted in UTC. */
const dayBounds = (day: string) => ({ start: `${day}T00:00:00.000Z`, end: `${day}T23:59:59.999Z` });

/**
 * Numbers follow time but for transactions that were long under way: how many lines may stand out of its order at most.
 * What stands between is sorted out line by line.
 */
const OUT_OF_ORDER = 10_000;
/** Beyond any number that a journal reaches. */
const NEWEST = 2_000_000_000;

/** Between which numbers the days that are asked for lie, found by the index of time: never a walk through the past. */
async function numbersOf(database: Database, { from, until }: JournalQuery): Promise<{ first: number; last: number }> {
  const edge = async (order: 'asc' | 'desc', day: string | undefined): Promise<number | undefined> => {
    if (day === undefined) return undefined;
    const { start, end } = dayBounds(day);
    const found = await database.read
      .selectFrom('journal')
      .select('number')
      .where('at', order === 'asc' ? '>=' : '<=', order === 'asc' ? start : end)
      .orderBy('at', order)
      .orderBy('number', order)
      .limit(1)
      .executeTakeFirst();
    return found?.number ?? (order === 'asc' ? NEWEST : 0);
  };
  const [first, last] = [await edge('asc', from), await edge('desc', until)];
  return { first: (first ?? 0) - OUT_OF_ORDER, last: (last ?? NEWEST) + OUT_OF_ORDER };
}

const words = (json: string | null): Record<string, unknown> | null =>
  json === null ? null : (JSON.parse(json) as Record<string, unknown>);

/**
 * @throws CommandRefusal 'no-right'
 * @returns at most `limit` lines, and the number to continue before
 */
export async function readJournalPage(ground: Ground, actor: Principal, query: JournalQuery): Promise<JournalPage> {
  const scope = actor.role === 'system' ? null : scopeOf('read-journal', actor.role);
  const reach = scope === null ? undefined : REACHES[scope];
  if (reach === undefined) throw new CommandRefusal('no-right', 'Votre habilitation ne permet pas de lire le journal.');
  const { journalNumber, journalHash } = await ground.database.read
    .selectFrom('feedHead')
    .select(['journalNumber', 'journalHash'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const { first, last } = await numbersOf(ground.database, query);
  let rows = ground.database.read
    .selectFrom('journal')
    .leftJoin('journalValue', 'journalValue.journalNumber', 'journal.number')
    .selectAll('journal')
    .select(['journalValue.salt', 'journalValue.actorName', 'journalValue.reason'])
    .select(['journalValue.before', 'journalValue.after'])
    // Lines written since the end was read are left to the next page read from the top.
    .where('number', '<=', Math.min(journalNumber, last))
    .where('number', '>=', first)
    .where((where) => reach(actor, where as unknown as Builder))
    .orderBy('number', 'desc')
    .limit(query.limit + 1);
  if (query.subject !== undefined) rows = rows.where('subjectId', '=', query.subject);
  if (query.mission !== undefined) {
    const { mission } = query;
    rows = rows.where((where) =>
      where.or([
        where('subjectId', '=', mission),
        where('subjectId', 'in', where.selectFrom('proposal').select('proposal.id').where('missionId', '=', mission)),
      ]),
    );
  }
  if (query.origin !== undefined) rows = rows.where('origin', '=', query.origin);
  if (query.actor !== undefined) rows = rows.where('actorId', '=', query.actor);
  if (query.kind !== undefined) rows = rows.where('kind', '=', query.kind);
  if (query.batch !== undefined) rows = rows.where('batchId', '=', query.batch);
  if (query.from !== undefined) rows = rows.where('at', '>=', dayBounds(query.from).start);
  if (query.until !== undefined) rows = rows.where('at', '<=', dayBounds(query.until).end);
  if (query.before !== undefined) rows = rows.where('number', '<', query.before);
  const found = await rows.execute();
  const named = scope !== 'technical';
  const lines = found.slice(0, query.limit).map((row) => ({
    number: row.number,
    at: row.at,
    actorId: row.actorId,
    actorName: named ? row.actorName : null,
    role: row.role,
    agency: row.agency,
    commandId: row.commandId,
    kind: row.kind,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    origin: row.origin,
    batchId: row.batchId,
    decidedAt: row.decidedAt,
    reason: named ? row.reason : null,
    before: named ? words(row.before) : null,
    after: named ? words(row.after) : null,
    subjectAgency: row.subjectAgency,
    valueHash: row.valueHash,
    salt: named ? row.salt : null,
    previousHash: row.previousHash,
    hash: row.hash,
  }));
  return {
    lines,
    next: found.length > query.limit ? (lines.at(-1)?.number ?? null) : null,
    head: { number: journalNumber, hash: journalHash },
  };
}
