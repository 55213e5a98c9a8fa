/** A workstation as the feed sees it: a cursor, a mirror of rows, and nothing else. For tests of the feed. */
import type { FeedEntry, FeedPage } from '../../contract/national/feed.ts';
import { feedPageSchema } from '../../contract/national/feed.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { ROW_KIND_NAMES } from '../../contract/national/rows/row-kinds.ts';
import type { Tables } from '../../national-api/database/tables.ts';
import { callerScope } from '../../national-api/feed/caller-scope.ts';
import { pull } from '../../national-api/feed/pull.ts';
import { definitionOf, openingShows } from '../../national-api/feed/scope-definition.ts';
import { agencyBit, audienceOf } from '../../national-api/kernel/audience.ts';
import type { Ground } from '../../national-api/kernel/ground.ts';
import { publicRow } from '../../national-api/kernel/seal.ts';

export interface FeedCursor {
  after: number;
  scopeVersion: number;
  resume: string | null;
}

export interface FeedClient {
  readonly cursor: FeedCursor;
  /** 'kind:id' → the row and the number it came with. */
  readonly mirror: Map<string, { number: number; row: object }>;
  /** Asks for one page and writes it with its cursor. */
  step(limit?: number): Promise<FeedPage>;
  /** Asks until there is no more; returns the entries that came. */
  catchUp(limit?: number): Promise<FeedEntry[]>;
  /** Forgets where a difference was, as a client that was reinstalled over its data would. */
  forgetResume(): void;
}

export function feedClient(ground: Ground, principal: Principal, start: Partial<FeedCursor> = {}): FeedClient {
  const cursor: FeedCursor = { after: 0, scopeVersion: 0, resume: null, ...start };
  const mirror: FeedClient['mirror'] = new Map();

  async function step(limit = 2000): Promise<FeedPage> {
    const page = feedPageSchema.parse(
      await pull(ground, principal, {
        after: cursor.after,
        scopeVersion: cursor.scopeVersion,
        limit,
        ...(cursor.resume === null ? {} : { resume: cursor.resume }),
      }),
    );
    for (const entry of page.entries) {
      const key = `${entry.kind}:${entry.id}`;
      const known = mirror.get(key);
      if (known !== undefined && known.number > entry.number) continue;
      if ('row' in entry) mirror.set(key, { number: entry.number, row: entry.row });
      else mirror.delete(key);
    }
    Object.assign(cursor, { after: page.after, scopeVersion: page.scopeVersion, resume: page.resume });
    return page;
  }

  return {
    cursor,
    mirror,
    step,
    async catchUp(limit) {
      const entries: FeedEntry[] = [];
      for (let pages = 0; pages < 10_000; pages += 1) {
        const page = await step(limit);
        entries.push(...page.entries);
        if (!page.more) return entries;
      }
      throw new Error('The feed never ends');
    },
    forgetResume() {
      cursor.resume = null;
    },
  };
}

/** What a principal must hold, read row by row with the pure rules: the oracle of every feed test. */
export async function visibleRows(
  ground: Ground,
  principal: Principal,
  today: string,
): Promise<Map<string, { number: number; row: object }>> {
  const { agency } = callerScope(principal);
  const reader = ground.database.read;
  const openings = await reader.selectFrom('opening').selectAll().execute();
  const shown = agency === null ? [] : definitionOf(agency, openings, today);
  const numbers = new Map(
    (await reader.selectFrom('feed').selectAll().execute()).map(({ kind, id, number }) => [`${kind}:${id}`, number]),
  );
  const visible = new Map<string, { number: number; row: object }>();
  for (const kind of ROW_KIND_NAMES) {
    for (const row of (await reader
      .selectFrom(kind as 'mission')
      .selectAll()
      .execute()) as Tables[RowKind][]) {
      const seen =
        agency === null ||
        (audienceOf(kind, row as never) & agencyBit(agency)) !== 0 ||
        (kind === 'candidate' && shown.some((opening) => openingShows(opening, row as Tables['candidate'])));
      const key = `${kind}:${row.id}`;
      if (seen) visible.set(key, { number: numbers.get(key) ?? 0, row: publicRow(kind, row) });
    }
  }
  return visible;
}
