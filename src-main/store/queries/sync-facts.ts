/** What readers may know of synchronisation; only src-main/sync writes it. */
import { readCursor, readLastContact } from '../mirror/cursor.ts';
import type { Store } from '../store.ts';

/** Whether the first transfer is over: until then an empty list means "not yet", never "none" (F100). */
export function isMirrorComplete(store: Store): boolean {
  return readCursor(store.statements) !== null;
}

/** When the nation was last heard, by its own clock; ISO instant, or null. */
export function lastContactAt(store: Store): string | null {
  return readLastContact(store.statements);
}
