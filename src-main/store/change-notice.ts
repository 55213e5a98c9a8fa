/** What a commit changed: which topics windows follow, and which rows the image must read again. */
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';

/** The topics that the store knows of (contract/app/sync-state.ts has those of main as well). */
export type StoreTopic = 'missions' | 'candidates' | 'proposals' | 'regulation' | 'outbox' | 'sync' | 'views';

export interface ChangeNotice {
  /** Grows by one with each commit that changed something. */
  readonly revision: number;
  readonly topics: readonly StoreTopic[];
  /** Ids by kind of row; 'all' when too many changed to be named (first transfer, mirror made anew). */
  readonly changed: ReadonlyMap<RowKind, ReadonlySet<string> | 'all'>;
}

export type ChangeListener = (notice: ChangeNotice) => void;

const TOPIC_OF: Readonly<Partial<Record<RowKind, StoreTopic>>> = {
  mission: 'missions',
  establishment: 'missions',
  candidate: 'candidates',
  proposal: 'proposals',
};

/** Collects what one transaction touches. */
export class ChangeCollector {
  readonly #topics = new Set<StoreTopic>();
  readonly #changed = new Map<RowKind, Set<string> | 'all'>();
  readonly #decisions = new Set<string>();

  /** A decision of the outbox, by its command id: what the copy of decisions must be told. */
  decision(commandId: string): void {
    this.#decisions.add(commandId);
  }

  get decisions(): ReadonlySet<string> {
    return this.#decisions;
  }

  row(kind: RowKind, id: string): void {
    this.#topics.add(TOPIC_OF[kind] ?? 'regulation');
    const known = this.#changed.get(kind);
    if (known === 'all') return;
    if (known) known.add(id);
    else this.#changed.set(kind, new Set([id]));
  }

  everyRow(kind: RowKind): void {
    this.#topics.add(TOPIC_OF[kind] ?? 'regulation');
    this.#changed.set(kind, 'all');
  }

  topic(topic: StoreTopic): void {
    this.#topics.add(topic);
  }

  /** Null when nothing changed. */
  notice(revision: number): ChangeNotice | null {
    if (this.#topics.size === 0) return null;
    return { revision, topics: [...this.#topics], changed: this.#changed };
  }
}
