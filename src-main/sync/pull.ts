/** Brings what changed since the cursor: rows and cursor in one transaction, one question at a time. */
import type { FeedPage } from '../../contract/national/feed.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import type { NationalClient } from '../national/national-client.ts';
import { NationalFault } from '../national/national-fault.ts';
import type { MirrorEntry } from '../store/mirror/apply-entries.ts';
import { applyEntry } from '../store/mirror/apply-entries.ts';
import type { Cursor } from '../store/mirror/cursor.ts';
import { readCursor, writeCursor, writeLastContact } from '../store/mirror/cursor.ts';
import type { Store } from '../store/store.ts';

/** Rows of a page: small enough that no query waits for its transaction longer than a frame or two. */
const PAGE_ROWS = 500;

export interface PullContext {
  readonly store: Store;
  readonly client: NationalClient;
  readonly signal: AbortSignal;
}

/** A page that goes back, or belongs to another scope, comes from a cache or from elsewhere. */
function requireForward(page: FeedPage, cursor: Cursor): void {
  const forward = page.after >= cursor.after && page.scopeVersion >= cursor.scopeVersion && page.scope === cursor.scope;
  if (!forward) throw new NationalFault('not-understood');
}

const sameCursor = (left: Cursor | null, right: Cursor): boolean =>
  left !== null &&
  left.scope === right.scope &&
  left.after === right.after &&
  left.scopeVersion === right.scopeVersion &&
  left.resume === right.resume;

/**
 * @returns whether there is more to ask
 * @throws NationalFault; 'start-again' when only a first transfer helps
 */
export async function pullOnce({ store, client, signal }: PullContext, limit = PAGE_ROWS): Promise<boolean> {
  const cursor = readCursor(store.statements);
  if (cursor === null) throw new NationalFault('start-again');
  const page = await client.pull({ ...cursor, limit }, signal);
  requireForward(page, cursor);
  store.transaction('mirror', (transaction) => {
    // The mirror was made anew while the page travelled: it is not for it.
    if (!sameCursor(readCursor(transaction.statements), cursor)) return;
    for (const entry of page.entries) applyEntry(transaction, { ...entry, kind: entry.kind as RowKind } as MirrorEntry);
    const { scope, after, scopeVersion, resume } = page;
    writeCursor(transaction.statements, { scope, after, scopeVersion, resume });
    writeLastContact(transaction.statements, page.at);
  });
  return page.more;
}
