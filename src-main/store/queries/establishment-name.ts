import type { Store } from '../store.ts';

interface NamedRow {
  readonly name: string;
  readonly finess: string | null;
  readonly gid: string | null;
}

/** What names an establishment, with its FINESS or GID; null when this base does not hold it. */
export function readEstablishmentName(store: Store, id: string): { name: string; number: string | null } | null {
  const [row] = store.statements.rows<NamedRow>('SELECT name, finess, gid FROM main.establishment WHERE id = ?', id);
  return row === undefined ? null : { name: row.name, number: row.finess ?? row.gid };
}
