/** Reads what the service keeps, once, on one unmoving view: the oracles then judge it without any database. */
import type { Kysely } from 'kysely';
import { columnNames } from '../../../contract/national/rows/column.ts';
import type { RowKind } from '../../../contract/national/rows/row-kinds.ts';
import { ROW_KIND_NAMES, ROW_KINDS } from '../../../contract/national/rows/row-kinds.ts';
import type { Database } from '../../../national-api/database/database.ts';
import type { Tables } from '../../../national-api/database/tables.ts';
import type { Evidence, JournalledDecision, SentCommand } from './evidence.ts';
import type { FreshRow } from './fresh-scope.ts';

/** Where a campaign began, so that a database serves several. */
export interface Beginning {
  readonly feedNumber: number;
  readonly journalNumber: number;
}

export interface Readings {
  readonly evidence: Evidence;
  /** Every row that changed since the beginning. */
  readonly rows: readonly FreshRow[];
}

/** The database's present head: the beginning of what comes next. */
export async function readBeginning(database: Database): Promise<Beginning> {
  const head = await database.read.selectFrom('feedHead').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
  return { feedNumber: head.number, journalNumber: head.journalNumber };
}

type Loose = Kysely<{ row: { id: string } & Record<string, string | number | null> }>;

interface StoredRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly number: number;
  readonly stored: Readonly<Record<string, unknown>>;
}

async function storedRows(reader: Kysely<Tables>, kind: RowKind, feedNumber: number): Promise<StoredRow[]> {
  const lines = await reader
    .selectFrom('feed')
    .select(['id', 'number'])
    .where('kind', '=', kind)
    .where('number', '>', feedNumber)
    .execute();
  const numbers = new Map(lines.map(({ id, number }) => [id, number]));
  if (numbers.size === 0) return [];
  const rows = await (reader as unknown as Loose)
    .selectFrom(kind as unknown as 'row')
    .selectAll()
    .where('id', 'in', [...numbers.keys()])
    .execute();
  return rows.map((stored) => {
    const id = String(stored.id);
    return { kind, id, number: numbers.get(id) ?? 0, stored };
  });
}

function publicColumns(kind: RowKind, stored: Readonly<Record<string, unknown>>): FreshRow['row'] {
  return Object.fromEntries(columnNames(ROW_KINDS[kind]).map((name) => [name, stored[name] ?? null]));
}

async function readJournal(reader: Kysely<Tables>, journalNumber: number): Promise<JournalledDecision[]> {
  return reader
    .selectFrom('journal')
    .innerJoin('journalValue', 'journalValue.journalNumber', 'journal.number')
    .selectAll('journal')
    .select(['salt', 'actorName', 'reason', 'before', 'after'])
    .where('journal.number', '>', journalNumber)
    .orderBy('journal.number')
    .execute();
}

export async function readEvidence(
  database: Database,
  beginning: Beginning,
  sent: readonly SentCommand[],
  today: string,
  belongs: (kind: RowKind, row: Readonly<Record<string, unknown>>) => boolean = () => true,
): Promise<Readings> {
  return database.snapshot(async (reader) => {
    const ids = [...new Set(sent.map(({ command }) => command.commandId))];
    const results =
      ids.length === 0
        ? []
        : await reader.selectFrom('commandResult').selectAll().where('commandId', 'in', ids).execute();
    const journal = await readJournal(reader, beginning.journalNumber);
    const stored: StoredRow[] = [];
    for (const kind of ROW_KIND_NAMES) {
      const rows = await storedRows(reader, kind, beginning.feedNumber);
      stored.push(...rows.filter((row) => belongs(kind, row.stored)));
    }
    const ofKind = <K extends RowKind>(kind: K): Tables[K][] =>
      stored.filter((row) => row.kind === kind).map((row) => row.stored as unknown as Tables[K]);
    return {
      rows: stored.map(({ kind, id, number, stored: row }) => ({ kind, id, number, row: publicColumns(kind, row) })),
      evidence: {
        sent,
        results,
        journal,
        missions: ofKind('mission'),
        candidates: ofKind('candidate'),
        proposals: ofKind('proposal'),
        openings: ofKind('opening'),
        today,
      },
    };
  });
}
