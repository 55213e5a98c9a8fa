/** What a workstation keeps of the feed: rows by kind and id, and the cursor that goes with them. */
import type { FeedEntry, FeedPage } from '../../../contract/national/feed.ts';
import type { Principal } from '../../../contract/national/principal.ts';

export interface Cursor {
  readonly after: number;
  readonly scopeVersion: number;
  /** Given back while a difference goes on. */
  readonly resume: string | null;
}

export interface ClientMirror {
  readonly client: string;
  readonly principal: Principal;
  readonly rows: Map<string, { readonly number: number; readonly row: Readonly<Record<string, unknown>> }>;
  cursor: Cursor;
}

/** @example keyOf('mission', 'm-1') === 'mission:m-1' */
export function keyOf(kind: string, id: string): string {
  return `${kind}:${id}`;
}

/** A workstation that begins with nothing at a feed number; what came before is not its affair. */
export function startMirror(principal: Principal, after: number, scopeVersion: number): ClientMirror {
  return { client: principal.personId, principal, rows: new Map(), cursor: { after, scopeVersion, resume: null } };
}

function applyEntry(mirror: ClientMirror, entry: FeedEntry): void {
  const key = keyOf(entry.kind, entry.id);
  const held = mirror.rows.get(key);
  if (held !== undefined && held.number > entry.number) return;
  if ('gone' in entry) mirror.rows.delete(key);
  else mirror.rows.set(key, { number: entry.number, row: { ...entry.row } });
}

/** Takes a page in, entries and cursor together. */
export function applyPage(mirror: ClientMirror, page: FeedPage): void {
  for (const entry of page.entries) applyEntry(mirror, entry);
  mirror.cursor = { after: page.after, scopeVersion: page.scopeVersion, resume: page.resume };
}
