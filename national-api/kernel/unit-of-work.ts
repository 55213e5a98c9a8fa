/**
 * One transaction's work: the rows it read and changed, what it will write in the journal, the mails it will send.
 *
 * Rows are read through here so that the row as it was before the transaction is known when the feed is sealed (who
 * loses sight of it gets a tombstone), and so that nobody changes a row that was not locked.
 *
 * ```
 * load ─▶ get ─▶ update/insert (written at once) ─▶ … ─▶ seal: feed numbers, tombstones, journal chain, mails
 *           └──────── savepoint per command: mark() / restore(mark) ────────┘
 * ```
 */
import type { Kysely } from 'kysely';
import type { Principal } from '../../contract/national/principal.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Ground } from './ground.ts';
import { isoInstant } from './ground.ts';
import type { JournalEntry } from './journal-entry.ts';

/** A stored row of a kind: the contract's columns and the private ones. */
export type Stored<K extends RowKind> = Tables[K];
type AnyStored = Stored<RowKind>;

export interface TouchedRow {
  readonly kind: RowKind;
  readonly id: string;
  /** As committed before this transaction; null when this transaction creates it. */
  readonly before: AnyStored | null;
  /** As it now is; null when this transaction erased it. */
  readonly after: AnyStored | null;
}

export type PendingMail = Omit<Tables['mail'], 'state' | 'attempts' | 'sentAt' | 'lastError' | 'opened' | 'createdAt'>;

interface State {
  readonly touched: Map<string, TouchedRow>;
  readonly journal: JournalEntry[];
  readonly mails: readonly PendingMail[];
}

/** Where a command's work began, to come back to when it is refused. */
export interface Mark {
  readonly touched: ReadonlyMap<string, TouchedRow>;
  readonly journal: number;
  readonly mails: readonly PendingMail[];
}

/** Kysely cannot follow a table name that is a union: for these four statements every kind is one loose table. */
type Loose = Kysely<{ row: { id: string } & Record<string, string | number | null> }>;
const loosely = (writer: Writer): Loose => writer as unknown as Loose;
const named = (kind: RowKind): 'row' => kind as unknown as 'row';

const keyOf = (kind: RowKind, id: string): string => `${kind}:${id}`;

export class UnitOfWork {
  readonly writer: Writer;
  readonly ground: Ground;
  /** The one instant of this transaction. */
  readonly now: number;
  readonly at: string;
  readonly #loaded = new Map<string, AnyStored | null>();
  #state: State = { touched: new Map(), journal: [], mails: [] };

  constructor(writer: Writer, ground: Ground) {
    this.writer = writer;
    this.ground = ground;
    this.now = ground.clock();
    this.at = isoInstant(this.now);
  }

  /** Reads several rows of a kind in one query; those already known are not read again. */
  async load<K extends RowKind>(kind: K, ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#loaded.has(keyOf(kind, id)));
    if (missing.length === 0) return;
    const rows = (await loosely(this.writer)
      .selectFrom(named(kind))
      .selectAll()
      .where('id', 'in', missing)
      .execute()) as unknown as AnyStored[];
    for (const id of missing) this.#loaded.set(keyOf(kind, id), null);
    for (const row of rows) this.#loaded.set(keyOf(kind, row.id), row);
  }

  /** Forgets what was read before the locks were held; nothing may have been changed yet. */
  forget(): void {
    this.#loaded.clear();
  }

  /** The row as this transaction sees it, or null when there is none. */
  async get<K extends RowKind>(kind: K, id: string): Promise<Stored<K> | null> {
    const touched = this.#state.touched.get(keyOf(kind, id));
    if (touched) return touched.after as Stored<K> | null;
    await this.load(kind, [id]);
    return (this.#loaded.get(keyOf(kind, id)) ?? null) as Stored<K> | null;
  }

  /**
   * Takes in rows that a handler read with its own query (for instance all live proposals of a person), so that their
   * state before the transaction is known. Rows already changed here keep their change.
   */
  adopt<K extends RowKind>(kind: K, rows: readonly Stored<K>[]): readonly Stored<K>[] {
    return rows.map((row) => {
      const touched = this.#state.touched.get(keyOf(kind, row.id));
      if (touched) return (touched.after ?? row) as Stored<K>;
      if (!this.#loaded.has(keyOf(kind, row.id))) this.#loaded.set(keyOf(kind, row.id), row);
      return row;
    });
  }

  /** Creates a row; `version` starts at 1 and `updatedAt` is now. */
  async insert<K extends RowKind>(kind: K, row: Omit<Stored<K>, 'version' | 'updatedAt'>): Promise<Stored<K>> {
    const full = { ...row, version: 1, updatedAt: this.at } as unknown as Stored<K>;
    await loosely(this.writer)
      .insertInto(named(kind))
      .values(full as never)
      .execute();
    this.#touch(kind, full.id, null, full);
    return full;
  }

  /** Changes a row that was read here; `version` grows by one and `updatedAt` is now. */
  async update<K extends RowKind>(kind: K, row: Stored<K>, patch: Partial<Stored<K>>): Promise<Stored<K>> {
    const before = await this.get(kind, row.id);
    if (before === null) throw new Error(`${kind} ${row.id} is not there to be changed`);
    const change = { ...patch, version: before.version + 1, updatedAt: this.at } as Partial<AnyStored>;
    await loosely(this.writer)
      .updateTable(named(kind))
      .set(change as never)
      .where('id', '=', row.id)
      .execute();
    const after = { ...before, ...change } as Stored<K>;
    this.#touch(kind, row.id, this.#beforeOf(kind, row.id), after);
    return after;
  }

  /**
   * Changes what nobody decides on (the state of a mail, a reminder): the feed tells it, the version stays, so that a
   * decision made on the row as it was is not taken for a conflict.
   */
  async annotate<K extends RowKind>(kind: K, row: Stored<K>, patch: Partial<Stored<K>>): Promise<Stored<K>> {
    const before = await this.get(kind, row.id);
    if (before === null) throw new Error(`${kind} ${row.id} is not there to be annotated`);
    await loosely(this.writer)
      .updateTable(named(kind))
      .set({ ...patch, updatedAt: this.at } as never)
      .where('id', '=', row.id)
      .execute();
    const after = { ...before, ...patch, updatedAt: this.at } as Stored<K>;
    this.#touch(kind, row.id, this.#beforeOf(kind, row.id), after);
    return after;
  }

  /** Erases a row for everybody: the feed tells its id alone. */
  async erase<K extends RowKind>(kind: K, row: Stored<K>): Promise<void> {
    await loosely(this.writer).deleteFrom(named(kind)).where('id', '=', row.id).execute();
    this.#touch(kind, row.id, this.#beforeOf(kind, row.id), null);
  }

  journal(entry: JournalEntry): void {
    this.#state.journal.push(entry);
  }

  mail(mail: PendingMail): void {
    this.#state = { ...this.#state, mails: [...this.#state.mails, mail] };
  }

  /** Takes back mails that this transaction was about to queue; those already queued are rows of the mail table. */
  dropMails(unwanted: (mail: PendingMail) => boolean): readonly PendingMail[] {
    const dropped = this.#state.mails.filter(unwanted);
    this.#state = { ...this.#state, mails: this.#state.mails.filter((mail) => !unwanted(mail)) };
    return dropped;
  }

  get touched(): readonly TouchedRow[] {
    return [...this.#state.touched.values()];
  }

  get journalEntries(): readonly JournalEntry[] {
    return this.#state.journal;
  }

  get mails(): readonly PendingMail[] {
    return this.#state.mails;
  }

  mark(): Mark {
    return {
      touched: new Map(this.#state.touched),
      journal: this.#state.journal.length,
      mails: this.#state.mails,
    };
  }

  /** Goes back to a mark; the caller rolls the database back to the savepoint that goes with it. */
  restore(mark: Mark): void {
    this.#state = {
      touched: new Map(mark.touched),
      journal: this.#state.journal.slice(0, mark.journal),
      mails: mark.mails,
    };
  }

  /** The ids of rows changed since a mark. */
  changedSince(mark: Mark): readonly TouchedRow[] {
    return this.touched.filter((row) => mark.touched.get(keyOf(row.kind, row.id)) !== row);
  }

  #beforeOf(kind: RowKind, id: string): AnyStored | null {
    const touched = this.#state.touched.get(keyOf(kind, id));
    return touched ? touched.before : (this.#loaded.get(keyOf(kind, id)) ?? null);
  }

  #touch(kind: RowKind, id: string, before: AnyStored | null, after: AnyStored | null): void {
    this.#state.touched.set(keyOf(kind, id), { kind, id, before, after });
  }
}

/** Who acts in a unit of work when it is the service's own clock. */
export const SYSTEM_PRINCIPAL: Principal = {
  personId: 'system',
  displayName: 'Service national',
  role: 'system',
  agency: null,
  departements: null,
  establishments: [],
  candidateId: null,
  validUntil: null,
};
