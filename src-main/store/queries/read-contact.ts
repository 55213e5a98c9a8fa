/** How the mirror stands with the nation, for those who only read. */
import { readCursor, readLastContact, readTransfer } from '../mirror/cursor.ts';
import type { Store } from '../store.ts';

/** True once the first transfer brought everything. */
export const isMirrorWhole = (store: Store): boolean => readCursor(store.statements) !== null;

/** True once anything of the nation was brought, the whole or a part. */
export const isMirrorBegun = ({ statements }: Store): boolean =>
  readCursor(statements) !== null || readTransfer(statements) !== null;

/** When the nation was last heard, by its own clock; null: never. */
export const lastContact = (store: Store): string | null => readLastContact(store.statements);

/** How far the nation was read, as its feed counts; 0 before it was read at all. */
export function feedPlace(store: Store): { readonly number: number; readonly scopeVersion: number } {
  const cursor = readCursor(store.statements);
  return { number: cursor?.after ?? 0, scopeVersion: cursor?.scopeVersion ?? 0 };
}
