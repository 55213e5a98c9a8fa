/**
 * One page of the difference between two versions of an agency's scope: candidates that entered, candidates that left.
 *
 * The caller holds, at (after, V), the rows that version V shows and whose number is at most `after`. To bring it to
 * (after, T):
 *
 * ```
 *   shown by T, not by V, number ≤ after        ──▶ the row      (a younger row comes by the feed, which follows)
 *   shown by some version of V … T−1, not by T  ──▶ a tombstone  (whatever its number)
 *   in the base scope                           ──▶ nothing: openings neither give nor take it
 * ```
 *
 * The versions between V and T count for what left: a person whose profession changed under one of them was never a
 * departure (an opening still showed the row), so only the difference can take the row back. For the same reason a
 * difference that was abandoned half-way needs no memory: the next one covers every version since V. Rows that change
 * while pages are asked get a number beyond `after`, or a departure: the feed tells them.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { FeedEntry } from '../../contract/national/feed.ts';
import { columnNames } from '../../contract/national/rows/column.ts';
import { ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import type { Tables } from '../database/tables.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { WireRow } from './read-rows.ts';
import type { ScopeDefinition, ScopeOpening } from './scope-definition.ts';
import { definitionPredicate, openingShows } from './scope-definition.ts';
import { scopeAtVersion } from './scope-versions.ts';
import { inAudience } from './visible-in-feed.ts';

export interface DifferenceQuestion {
  readonly scope: string;
  readonly agency: number;
  /** V: what the caller has. */
  readonly from: number;
  /** T: what it is brought to; pinned for all pages. */
  readonly target: number;
  readonly after: number;
  /** Last id of the page before, '' to begin. */
  readonly beyond: string;
  readonly limit: number;
}

export interface DifferencePage {
  readonly entries: readonly FeedEntry[];
  /** Where to go on, or null when this page is the last. */
  readonly beyond: string | null;
}

/** Every opening that any version of `from … target − 1` looked through, each once. */
async function everShown(reader: Kysely<Tables>, question: DifferenceQuestion): Promise<ScopeDefinition> {
  const rows = await reader
    .selectFrom('scope')
    .select('definition')
    .where('id', '=', question.scope)
    .where('version', '>=', question.from)
    .where('version', '<', question.target)
    .execute();
  const openings = rows.flatMap(({ definition }) => JSON.parse(definition) as ScopeOpening[]);
  return [...new Map(openings.map((opening) => [canonicalJson(opening), opening])).values()];
}

const definitionAt = async (reader: Kysely<Tables>, scope: string, version: number): Promise<ScopeDefinition> =>
  (await scopeAtVersion(reader, scope, version))?.definition ?? [];

/** Reads one page, ordered by id, in the caller's snapshot. */
export async function readDifference(reader: Kysely<Tables>, question: DifferenceQuestion): Promise<DifferencePage> {
  const held = await definitionAt(reader, question.scope, question.from);
  const target = await definitionAt(reader, question.scope, question.target);
  const ever = await everShown(reader, question);
  const columns = columnNames(ROW_KINDS.candidate).map((name) => `candidate.${name}` as 'candidate.id');
  const found = await reader
    .selectFrom('candidate')
    .innerJoin('feed', (join) => join.onRef('feed.id', '=', 'candidate.id').on('feed.kind', '=', 'candidate'))
    .where('candidate.id', '>', question.beyond)
    .where(({ not }) => not(inAudience('feed', question.agency)))
    .where((builder) => {
      // IS TRUE: a specialty or an agency that is null makes a predicate unknown, which is not "shown".
      const shows = (definition: ScopeDefinition) =>
        sql<boolean>`(${definitionPredicate(definition, builder)}) IS TRUE`;
      return builder.or([
        builder.and([shows(target), builder.not(shows(held)), builder('feed.number', '<=', question.after)]),
        builder.and([shows(ever), builder.not(shows(target))]),
      ]);
    })
    .select([...columns, 'feed.number as feedNumber'])
    .orderBy('candidate.id')
    .limit(question.limit + 1)
    .execute();
  const page = found.slice(0, question.limit);
  const entries = page.map(({ feedNumber, ...columnsOfRow }): FeedEntry => {
    const row = columnsOfRow as unknown as Tables['candidate'];
    const common = { number: feedNumber, kind: 'candidate', id: row.id };
    return target.some((opening) => openingShows(opening, row))
      ? { ...common, row: row as unknown as WireRow }
      : { ...common, gone: 'left-scope' };
  });
  return { entries, beyond: found.length > question.limit ? (page.at(-1)?.id ?? null) : null };
}
