/**
 * Verifies both chains line by line, in the order in which they were written, holding one page at a time (TRUST D5).
 *
 * ```
 * decision chain: numbers follow ─ previous hash = hash before ─ own hash ─ words (when kept) match their salted hash
 *       └─ ends where feedHead says
 * read chains:    the same, one chain an instance ─ every anchor of the decision chain is met
 * ```
 */
import type { JournalVerification } from '../../contract/national/views/journal-views.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Anchor } from './anchor-reads.ts';
import { ANCHOR_KIND, readAnchor } from './anchor-reads.ts';
import { lineHash, valueHash } from './chain.ts';
import { readLineHash } from './read-chain.ts';

const PAGE = 1000;

type Broken = NonNullable<JournalVerification['broken']>;
type Line = Tables['journal'];
type Value = Tables['journalValue'];

/** Where a chain stands while it is walked. */
interface Walk {
  number: number;
  hash: string;
}

function followFault(walk: Walk, line: { number: number; previousHash: string; hash: string }, own: string) {
  if (line.number !== walk.number + 1) return `La ligne ${walk.number + 1} manque ou n'est pas à sa place.`;
  if (line.previousHash !== walk.hash) return 'Cette ligne ne suit pas la précédente.';
  return line.hash === own ? null : "Cette ligne a été modifiée : son empreinte n'est pas la sienne.";
}

function wordsFault(line: Line, value: Value | undefined): string | null {
  if (value === undefined) return null;
  const { journalNumber: _, ...words } = value;
  return valueHash(words) === line.valueHash ? null : 'Les mots de cette ligne ne sont plus ceux qui ont été écrits.';
}

async function linesAfter(database: Database, number: number, until: number): Promise<readonly Line[]> {
  return database.read
    .selectFrom('journal')
    .selectAll()
    .where('number', '>', number)
    .where('number', '<=', until)
    .orderBy('number')
    .limit(PAGE)
    .execute();
}

async function valuesOf(database: Database, from: number, until: number): Promise<ReadonlyMap<number, Value>> {
  const values = await database.read
    .selectFrom('journalValue')
    .selectAll()
    .where('journalNumber', '>=', from)
    .where('journalNumber', '<=', until)
    .execute();
  return new Map(values.map((value) => [value.journalNumber, value]));
}

async function verifyDecisions(
  database: Database,
  head: Walk,
  anchors: Anchor[],
): Promise<{ lines: number; broken: Broken | null }> {
  const walk: Walk = { number: 0, hash: '' };
  const fault = (number: number, message: string) => ({
    lines: walk.number,
    broken: { chain: 'décisions', number, message },
  });
  for (;;) {
    const lines = await linesAfter(database, walk.number, head.number);
    const last = lines.at(-1);
    if (last === undefined) break;
    const values = await valuesOf(database, walk.number + 1, last.number);
    for (const line of lines) {
      const { hash, ...rest } = line;
      const wrong = followFault(walk, line, lineHash(rest)) ?? wordsFault(line, values.get(line.number));
      if (wrong !== null) return fault(line.number, wrong);
      walk.number = line.number;
      walk.hash = hash;
      const anchor = line.kind === ANCHOR_KIND ? readAnchor(line.subjectId) : null;
      if (anchor) anchors.push(anchor);
    }
  }
  if (walk.number !== head.number) return fault(walk.number + 1, 'Des lignes manquent à la fin de la chaîne.');
  if (walk.hash !== head.hash) return fault(walk.number, 'La fin de la chaîne n’est pas celle que le service connaît.');
  return { lines: walk.number, broken: null };
}

async function strayLine(database: Database, head: Walk): Promise<Broken | null> {
  const outside = await database.read
    .selectFrom('journal')
    .select('number')
    .where((where) => where.or([where('number', '<', 1), where('number', '>', head.number)]))
    .orderBy('number')
    .executeTakeFirst();
  if (outside === undefined) return null;
  // Lines written since the head was read are newer, not stray.
  const now = await database.read.selectFrom('feedHead').select('journalNumber').executeTakeFirstOrThrow();
  if (outside.number >= 1 && outside.number <= now.journalNumber) return null;
  return { chain: 'décisions', number: outside.number, message: 'Cette ligne est hors de la chaîne.' };
}

async function verifyReads(
  database: Database,
  instance: string,
  anchors: ReadonlyMap<number, string>,
): Promise<{ lines: number; broken: Broken | null }> {
  const walk: Walk = { number: 0, hash: '' };
  const chain = `consultations ${instance}`;
  const fault = (number: number, message: string) => ({ lines: walk.number, broken: { chain, number, message } });
  const lastAnchor = Math.max(0, ...anchors.keys());
  for (let beyond = Number.MIN_SAFE_INTEGER; ; beyond = walk.number) {
    const lines = await database.read
      .selectFrom('readJournal')
      .selectAll()
      .where('instance', '=', instance)
      .where('number', '>', beyond)
      .orderBy('number')
      .limit(PAGE)
      .execute();
    if (lines.length === 0) break;
    for (const line of lines) {
      const { hash, ...rest } = line;
      const wrong = followFault(walk, line, readLineHash(rest));
      if (wrong !== null) return fault(line.number, wrong);
      const anchored = anchors.get(line.number);
      if (anchored !== undefined && anchored !== hash) {
        return fault(line.number, "Cette ligne n'est plus celle que la chaîne des décisions a ancrée.");
      }
      walk.number = line.number;
      walk.hash = hash;
    }
  }
  if (walk.number < lastAnchor) return fault(walk.number + 1, 'Des lignes ancrées manquent à la fin de la chaîne.');
  return { lines: walk.number, broken: null };
}

/**
 * Says whether every line of both chains still holds, and the first that does not. Reads committed lines only; what is
 * written meanwhile is left to the next verification.
 *
 * @example const { intact, broken } = await verifyJournal(database);
 */
export async function verifyJournal(database: Database): Promise<JournalVerification> {
  const feedHead = await database.read.selectFrom('feedHead').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
  const head = { number: feedHead.journalNumber, hash: feedHead.journalHash };
  const anchors: Anchor[] = [];
  const decisions = await verifyDecisions(database, head, anchors);
  const tally = { decisions: decisions.lines, reads: 0, anchors: anchors.length };
  const broken = decisions.broken ?? (await strayLine(database, head));
  if (broken) return { intact: false, ...tally, broken };

  const rows = await database.read.selectFrom('readJournal').select('instance').distinct().execute();
  const instances = new Set([...rows.map(({ instance }) => instance), ...anchors.map(({ instance }) => instance)]);
  for (const instance of [...instances].sort()) {
    const own = anchors.filter((anchor) => anchor.instance === instance);
    const reads = await verifyReads(database, instance, new Map(own.map(({ number, hash }) => [number, hash])));
    tally.reads += reads.lines;
    if (reads.broken) return { intact: false, ...tally, broken: reads.broken };
  }
  return { intact: true, ...tally, broken: null };
}
