import { isDeepStrictEqual } from 'node:util';
import type { RowKind } from '../../../contract/national/rows/row-kinds.ts';
import type { ClientMirror } from './client-mirror.ts';
import { keyOf } from './client-mirror.ts';
import type { FreshRow } from './fresh-scope.ts';

/**
 * A client that pulled from its first cursor holds what a fresh read of its scope gives: no row skipped, none left
 * over, none older than the nation's.
 *
 * @param fresh the rows of the client's scope as the database holds them now
 * @param belongs whether a row is the campaign's affair
 */
export function judgeMirror(
  mirror: ClientMirror,
  fresh: readonly FreshRow[],
  belongs: (kind: RowKind, row: Readonly<Record<string, unknown>>) => boolean = () => true,
): string[] {
  const violations: string[] = [];
  const expected = new Map(fresh.map((row) => [keyOf(row.kind, row.id), row]));
  for (const [key, row] of expected) {
    const held = mirror.rows.get(key);
    if (held === undefined) violations.push(`${mirror.client} lacks ${key}`);
    else if (!isDeepStrictEqual(held.row, row.row))
      violations.push(`${mirror.client} holds another ${key} (${held.number} for ${row.number})`);
  }
  for (const [key, { row }] of mirror.rows) {
    const kind = key.slice(0, key.indexOf(':')) as RowKind;
    if (belongs(kind, row) && !expected.has(key)) violations.push(`${mirror.client} still holds ${key}`);
  }
  return violations;
}
