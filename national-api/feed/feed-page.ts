/** One page of the feed proper: rows as they now are and tombstones, after a number, in the caller's scope. */
import type { Kysely } from 'kysely';
import type { FeedEntry } from '../../contract/national/feed.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import type { Tables } from '../database/tables.ts';
import type { CallerScope } from './caller-scope.ts';
import type { WireRow } from './read-rows.ts';
import { readRows } from './read-rows.ts';
import type { ScopeDefinition } from './scope-definition.ts';
import { inAudience, visibleInFeed } from './visible-in-feed.ts';

interface Line {
  readonly kind: RowKind;
  readonly id: string;
  readonly number: number;
  readonly gone: 'left-scope' | 'erased' | null;
}

async function changedLines(
  reader: Kysely<Tables>,
  scope: CallerScope,
  definition: ScopeDefinition,
  after: number,
  limit: number,
): Promise<Line[]> {
  const lines = await reader
    .selectFrom('feed')
    .select(['kind', 'id', 'number'])
    .where('number', '>', after)
    .where((builder) => visibleInFeed(builder, scope, definition))
    .orderBy('number')
    .limit(limit)
    .execute();
  return lines.map((line) => ({ ...line, kind: line.kind as RowKind, gone: null }));
}

async function departedLines(
  reader: Kysely<Tables>,
  scope: CallerScope,
  after: number,
  limit: number,
): Promise<Line[]> {
  const lines = await reader
    .selectFrom('departure')
    .select(['kind', 'id', 'number', 'reason'])
    .where('number', '>', after)
    .where(inAudience('departure', scope.agency))
    // Nothing leaves the nation's scope: a row that changes region only changes.
    .where('reason', 'in', scope.agency === null ? ['erased'] : ['erased', 'left-scope'])
    .orderBy('number')
    .limit(limit)
    .execute();
  return lines.map(({ reason, ...line }) => ({
    ...line,
    kind: line.kind as RowKind,
    gone: reason === 'erased' ? 'erased' : 'left-scope',
  }));
}

async function rowsOf(reader: Kysely<Tables>, lines: readonly Line[]): Promise<ReadonlyMap<string, WireRow>> {
  const rows = new Map<string, WireRow>();
  for (const kind of new Set(lines.filter(({ gone }) => gone === null).map((line) => line.kind))) {
    const ids = lines.filter((line) => line.kind === kind && line.gone === null).map(({ id }) => id);
    for (const [id, row] of await readRows(reader, kind, ids)) rows.set(`${kind}:${id}`, row);
  }
  return rows;
}

/**
 * Reads in the caller's snapshot; `after` of the answer is the head when nothing is left, so that lines of other
 * regions are not walked over again.
 */
export async function readFeedPage(
  reader: Kysely<Tables>,
  scope: CallerScope,
  definition: ScopeDefinition,
  question: { readonly after: number; readonly limit: number; readonly head: number },
): Promise<{ entries: FeedEntry[]; after: number; more: boolean }> {
  const { after, limit, head } = question;
  const lines = [
    ...(await changedLines(reader, scope, definition, after, limit + 1)),
    ...(await departedLines(reader, scope, after, limit + 1)),
  ].sort((left, right) => left.number - right.number);
  const page = lines.slice(0, limit);
  const rows = await rowsOf(reader, page);
  const entries = page.map(({ kind, id, number, gone }): FeedEntry => {
    if (gone !== null) return { number, kind, id, gone };
    const row = rows.get(`${kind}:${id}`);
    if (row === undefined) throw new Error(`The feed names a ${kind} that is not there`);
    return { number, kind, id, row };
  });
  const more = lines.length > limit;
  return { entries, after: more ? (page.at(-1)?.number ?? head) : head, more };
}
