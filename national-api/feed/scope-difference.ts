/**
 * One page of the difference between two versions of an agency's scope: candidates that entered, candidates that left.
 *
 * The caller holds, at (after, V), the rows that version V shows and whose number is at most `after`. To bring it to
 * (after, T):
 *
 * ```
 *   shown by T, not by each of V … T−1, number ≤ after  ──▶ the row   (a younger row comes by the feed, which follows)
 *   shown by some version of V … T−1, not by T          ──▶ a tombstone, whatever its number
 *   in the base scope                                   ──▶ nothing: openings neither give nor take it
 * ```
 *
 * The versions between V and T count on both sides. A difference that was abandoned half-way, towards one of them, may
 * have given rows or taken some back, and nobody remembers which. And a person whose profession changed under one of
 * them was never a departure (an opening still showed the row), so only the difference can take the row back. Rows that
 * change while pages are asked get a number beyond `after`, or a departure: the feed tells them.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { FeedEntry } from '../../contract/national/feed.ts';
import { columnNames } from '../../contract/national/rows/column.ts';
import { ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import type { Tables } from '../database/tables.ts';
import { FeedRefusal } from './feed-refusal.ts';
import type { WireRow } from './read-rows.ts';
import type { ScopeDefinition } from './scope-definition.ts';
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

/** Beyond it the question itself would grow too large: such a sleeper starts again with a first transfer. */
const MOST_DEFINITIONS = 200;

/** One of each, in any order. */
function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [canonicalJson(value), value])).values()];
}

/** The definitions of `from … target − 1`, each once: what the caller may have looked through. */
async function definitionsHeld(
  reader: Kysely<Tables>,
  { scope, from, target }: DifferenceQuestion,
): Promise<readonly ScopeDefinition[]> {
  const rows = await reader
    .selectFrom('scope')
    .select('definition')
    .where('id', '=', scope)
    .where('version', '>=', from)
    .where('version', '<', target)
    .execute();
  const stored = rows.map(({ definition }) => JSON.parse(definition) as ScopeDefinition);
  // Version 0 is stored nowhere: the base scope, without openings.
  const held = distinct(from === 0 ? [[], ...stored] : stored);
  if (held.length > MOST_DEFINITIONS) throw new FeedRefusal('unknown-scope-version');
  return held;
}

/** Reads one page, ordered by id, in the caller's snapshot. */
export async function readDifference(reader: Kysely<Tables>, question: DifferenceQuestion): Promise<DifferencePage> {
  const held = await definitionsHeld(reader, question);
  const ever: ScopeDefinition = distinct(held.flat());
  const target = (await scopeAtVersion(reader, question.scope, question.target))?.definition ?? [];
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
        builder.and([
          shows(target),
          builder.not(builder.and(held.map(shows))),
          builder('feed.number', '<=', question.after),
        ]),
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
