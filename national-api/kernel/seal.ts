/**
 * The last act of every writing transaction: numbers, tombstones, journal chain, mails. It runs under the feed lock,
 * taken here and held to commit, so that numbers are in commit order and the chain has one end.
 */
import { sql } from 'kysely';
import type { NumberedRow } from '../../contract/national/commands/verdict.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { columnNames } from '../../contract/national/rows/column.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import type { Tables } from '../database/tables.ts';
import type { ScopeDefinition } from '../feed/scope-definition.ts';
import { openingShows } from '../feed/scope-definition.ts';
import { currentScope, everyDefinition, scopeOfAgency } from '../feed/scope-versions.ts';
import { lineHash, valueHash } from '../journal/chain.ts';
import { agencyBit, audienceOf } from './audience.ts';
import type { Ground } from './ground.ts';
import type { Stored, TouchedRow, UnitOfWork } from './unit-of-work.ts';

/** SQLite takes 32,766 parameters a statement, PostgreSQL 65,535: rows of this many columns fit in slices. */
const ROWS_A_STATEMENT = 500;

export interface Sealed {
  readonly head: number;
  /** Feed number of each row that this transaction changed. */
  readonly numbers: ReadonlyMap<TouchedRow, number>;
}

async function inSlices<Item>(items: readonly Item[], write: (slice: Item[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < items.length; start += ROWS_A_STATEMENT) {
    await write(items.slice(start, start + ROWS_A_STATEMENT));
  }
}

const shown = (definition: ScopeDefinition, row: Stored<'candidate'>): boolean =>
  definition.some((opening) => openingShows(opening, row));

/** What openings show, read once per sealing and only when a candidate changed. */
interface Visibility {
  readonly ever: ReadonlyMap<number, readonly ScopeDefinition[]>;
  readonly now: ReadonlyMap<number, ScopeDefinition>;
}

async function readVisibility(work: UnitOfWork): Promise<Visibility> {
  const ever = await everyDefinition(work.writer);
  const now = new Map([...ever].map(([agency, definitions]) => [agency, definitions.at(-1) ?? []] as const));
  return { ever, now };
}

/**
 * Agencies that may hold the row and no longer see it. For a candidate, any opening that ever showed the row counts: a
 * workstation may still hold it from a scope version long past, and a tombstone too many harms nobody.
 */
function losers({ kind, before, after }: TouchedRow, visibility: Visibility): number {
  if (before === null) return 0;
  const held = audienceOf(kind, before as never);
  const sees = after === null ? 0 : audienceOf(kind, after as never);
  if (kind !== 'candidate') return held & ~sees;
  let lost = held;
  let kept = sees;
  for (const [agency, definitions] of visibility.ever) {
    if (definitions.some((definition) => shown(definition, before as Stored<'candidate'>))) lost |= agencyBit(agency);
    if (after !== null && shown(visibility.now.get(agency) ?? [], after as Stored<'candidate'>)) {
      kept |= agencyBit(agency);
    }
  }
  return lost & ~kept;
}

async function writeFeed(work: UnitOfWork, head: number): Promise<Sealed> {
  const numbers = new Map<TouchedRow, number>();
  const entries: Tables['feed'][] = [];
  const departures: Tables['departure'][] = [];
  const visibility = work.touched.some(({ kind }) => kind === 'candidate')
    ? await readVisibility(work)
    : { ever: new Map(), now: new Map() };
  let number = head;
  for (const touched of work.touched) {
    const { kind, id, before, after } = touched;
    if (before === null && after === null) continue;
    const lost = losers(touched, visibility);
    if (after === null) {
      number += 1;
      await work.writer.deleteFrom('feed').where('kind', '=', kind).where('id', '=', id).execute();
      departures.push({ number, kind, id, audience: -1, reason: 'erased' });
    } else {
      if (lost !== 0) {
        number += 1;
        departures.push({ number, kind, id, audience: lost, reason: 'left-scope' });
      }
      number += 1;
      entries.push({ kind, id, number, audience: audienceOf(kind, after as never) });
    }
    numbers.set(touched, number);
  }
  await inSlices(entries, (slice) =>
    work.writer
      .insertInto('feed')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['kind', 'id']).doUpdateSet((row) => ({
          number: row.ref('excluded.number'),
          audience: row.ref('excluded.audience'),
        })),
      )
      .execute(),
  );
  await inSlices(departures, (slice) => work.writer.insertInto('departure').values(slice).execute());
  return { head: number, numbers };
}

async function writeJournal(work: UnitOfWork, ground: Ground, from: { number: number; hash: string }) {
  const lines: Tables['journal'][] = [];
  const values: Tables['journalValue'][] = [];
  let { number, hash } = from;
  for (const entry of work.journalEntries) {
    number += 1;
    const words = {
      salt: Buffer.from(ground.randomBytes(16)).toString('hex'),
      actorName: entry.actor.displayName,
      reason: entry.reason,
      before: entry.before === null ? null : JSON.stringify(entry.before),
      after: entry.after === null ? null : JSON.stringify(entry.after),
    };
    const line = {
      number,
      at: work.at,
      actorId: entry.actor.personId,
      role: entry.actor.role,
      agency: entry.actor.agency,
      commandId: entry.commandId,
      kind: entry.kind,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId,
      origin: entry.origin,
      batchId: entry.batchId,
      decidedAt: entry.decidedAt,
      subjectAgency: entry.subjectAgency,
      valueHash: valueHash(words),
      previousHash: hash,
    };
    hash = lineHash(line);
    lines.push({ ...line, hash });
    values.push({ journalNumber: number, ...words });
  }
  await inSlices(lines, (slice) => work.writer.insertInto('journal').values(slice).execute());
  await inSlices(values, (slice) => work.writer.insertInto('journalValue').values(slice).execute());
  return { number, hash };
}

async function writeMails(work: UnitOfWork): Promise<void> {
  const mails = work.mails.map((mail) => ({
    ...mail,
    state: 'waiting',
    attempts: 0,
    createdAt: work.at,
    sentAt: null,
    lastError: null,
    opened: 0 as const,
  }));
  await inSlices(mails, (slice) => work.writer.insertInto('mail').values(slice).execute());
}

/** Seals the transaction; nothing of the unit of work may change after. Returns null when nothing happened. */
export async function seal(work: UnitOfWork): Promise<Sealed | null> {
  const { ground, writer } = work;
  await writeMails(work);
  if (work.touched.length === 0 && work.journalEntries.length === 0) return null;
  await ground.database.lockFeed(writer);
  const head = await writer.selectFrom('feedHead').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
  const sealed = await writeFeed(work, head.number);
  const chain = await writeJournal(work, ground, { number: head.journalNumber, hash: head.journalHash });
  await writer
    .updateTable('feedHead')
    .set({ number: sealed.head, journalNumber: chain.number, journalHash: chain.hash })
    .where('id', '=', 1)
    .execute();
  await ground.database.announce(writer, sealed.head);
  return sealed;
}

/** The public columns of a stored row, in wire order. */
export function publicRow(kind: RowKind, row: object): NumberedRow['row'] {
  const source = row as Readonly<Record<string, string | number | null>>;
  return Object.fromEntries(columnNames(ROW_KINDS[kind]).map((name) => [name, source[name] ?? null]));
}

/** Whether a principal sees a stored row. */
export async function sees(work: UnitOfWork, actor: Principal, kind: RowKind, row: object): Promise<boolean> {
  switch (actor.role) {
    case 'system':
    case 'ccs-desk':
    case 'ccs-lead':
      return true;
    case 'ars-regulator':
    case 'ars-lead':
    case 'auditor': {
      if (actor.agency === null) return actor.role === 'auditor';
      if ((audienceOf(kind, row as never) & agencyBit(actor.agency)) !== 0) return true;
      if (kind !== 'candidate') return false;
      const scope = await currentScope(work.writer, scopeOfAgency(actor.agency));
      return shown(scope.definition, row as Stored<'candidate'>);
    }
    case 'establishment':
      return (
        (kind === 'mission' || kind === 'proposal') &&
        actor.establishments.includes((row as Stored<'mission'>).establishmentId)
      );
    case 'candidate':
      return kind === 'candidate' && (row as Stored<'candidate'>).id === actor.candidateId;
    case 'administrator':
      return false;
  }
}

/** Reads the newest feed number; what a cursor starts from. */
export async function readHead(reader: { selectFrom: Ground['database']['read']['selectFrom'] }): Promise<number> {
  const row = await reader.selectFrom('feedHead').select('number').where('id', '=', 1).executeTakeFirstOrThrow();
  return row.number;
}

/** A savepoint around one command of a batch. */
export async function savepoint(work: UnitOfWork, verb: 'SAVEPOINT' | 'RELEASE SAVEPOINT' | 'ROLLBACK TO SAVEPOINT') {
  await sql.raw(`${verb} "command"`).execute(work.writer);
}
