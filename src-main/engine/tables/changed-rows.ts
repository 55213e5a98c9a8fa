/** Rows that changed and were not read again yet, by kind; 'all' when they are too many to be named. */
import type { RowKind } from '../../../contract/national/rows/row-kinds.ts';

export class ChangedRows {
  readonly #ids = new Map<RowKind, Set<string> | 'all'>();

  get isEmpty(): boolean {
    return this.#ids.size === 0;
  }

  of(kind: RowKind): ReadonlySet<string> | 'all' | undefined {
    return this.#ids.get(kind);
  }

  has(kind: RowKind): boolean {
    return this.#ids.has(kind);
  }

  every(kind: RowKind): void {
    this.#ids.set(kind, 'all');
  }

  add(kind: RowKind, ids: Iterable<string>): void {
    const known = this.#ids.get(kind);
    if (known === 'all') return;
    if (known === undefined) this.#ids.set(kind, new Set(ids));
    else for (const id of ids) known.add(id);
  }

  /** Everything so far, leaving nothing. */
  take(): ChangedRows {
    const taken = new ChangedRows();
    for (const [kind, ids] of this.#ids) {
      if (ids === 'all') taken.every(kind);
      else taken.add(kind, ids);
    }
    this.#ids.clear();
    return taken;
  }
}
