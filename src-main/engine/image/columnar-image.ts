/**
 * All rows of one table in memory, column by column, so that any filter, any sort, a count or a facet is a walk over
 * packed numbers (ARCHITECTURE §8, PERFORMANCE §3). Rows have slots; a row that goes leaves its slot to the next that
 * comes. It knows columns and not what they mean.
 *
 * @example
 * const image = new ColumnarImage([{ name: 'city', type: 'text' }]);
 * image.put('m-1', { city: 'Nancy' });
 */
import type { TableColumn } from '../../../contract/app/table-column.ts';
import type { TableFilter } from '../../../contract/app/table-query.ts';
import { BitsColumn } from './bits-column.ts';
import { CodedColumn } from './coded-column.ts';
import type { Cell } from './compare-values.ts';
import { FlagColumn } from './flag-column.ts';
import { foldText } from './fold-text.ts';
import { IdOrder } from './id-order.ts';
import type { ImageColumn } from './image-column.ts';
import { ImageFault } from './image-column.ts';
import { NumberColumn } from './number-column.ts';
import { RowOrder } from './row-order.ts';

export type Cells = Readonly<Record<string, Cell>>;

export interface ImageOptions {
  /** Columns that free search looks into; those of `columns` and others that no window shows. */
  readonly searched?: readonly string[];
  /** Values whose order is the field's, by column. */
  readonly orders?: Readonly<Record<string, readonly Cell[]>>;
}

const FIRST_CAPACITY = 1024;
/** Room that is made at once for rows that come later: each growth copies every column. */
const GROWTH = 1.5;

function makeColumn({ name, type }: TableColumn, order: readonly Cell[] | undefined): ImageColumn {
  if (type === 'flag') return new FlagColumn(name);
  if (type === 'bits') return new BitsColumn(name);
  if (type === 'number' || type === 'day') return new NumberColumn(name, type);
  return new CodedColumn(name, order);
}

export class ColumnarImage {
  readonly #columns: ReadonlyMap<string, ImageColumn>;
  readonly #orders = new Map<string, RowOrder>();
  readonly #searched: readonly string[];
  readonly #slots = new Map<string, number>();
  readonly #ids: (string | null)[] = [];
  readonly #free: number[] = [];
  readonly #byId = new IdOrder((slot) => this.#ids[slot] ?? null);
  #alive: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  constructor(columns: readonly TableColumn[], options: ImageOptions = {}) {
    this.#columns = new Map(columns.map((column) => [column.name, makeColumn(column, options.orders?.[column.name])]));
    this.#searched = options.searched ?? [];
    this.#grow(FIRST_CAPACITY);
  }

  /** How many rows there are. */
  get size(): number {
    return this.#slots.size;
  }

  /** Slots in use or left free, from 0: the length of every mask. */
  get extent(): number {
    return this.#ids.length;
  }

  get columnNames(): readonly string[] {
    return [...this.#columns.keys()];
  }

  /** Makes room for so many rows at once, so that no column is copied while they come. */
  reserve(rows: number): void {
    if (rows > this.#alive.length) this.#grow(rows);
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id);
  }

  idAt(slot: number): string | null {
    return this.#ids[slot] ?? null;
  }

  /** Adds a row, "empty" where nothing is given, or writes what is given of a known one. @returns its slot */
  put(id: string, cells: Cells): number {
    const known = this.#slots.get(id);
    if (known === undefined) return this.#add(id, cells);
    for (const [name, value] of Object.entries(cells)) this.set(known, name, value);
    return known;
  }

  /** @returns whether the value changed */
  set(slot: number, name: string, value: Cell): boolean {
    const changed = this.column(name).write(slot, value);
    if (changed) this.#orders.get(name)?.touch(slot);
    return changed;
  }

  remove(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#slots.delete(id);
    this.#ids[slot] = null;
    this.#alive[slot] = 0;
    this.#free.push(slot);
    this.#moved(slot);
  }

  /** @throws ImageFault when there is no such column */
  column(name: string): ImageColumn {
    const column = this.#columns.get(name);
    if (column === undefined) throw new ImageFault(name, 'anything');
    return column;
  }

  /** The rows as 1 that pass every filter and hold every word that is looked for. */
  select(filters: readonly TableFilter[], search = ''): Uint8Array<ArrayBuffer> {
    const mask = this.#alive.slice(0, this.extent);
    for (const filter of filters) this.column(filter.column).narrow(mask, filter);
    for (const word of foldText(search).split(' ').filter(Boolean)) this.#narrowToWord(mask, word);
    return mask;
  }

  /** Rows in the order of a column, equal ones by id; null: by id. */
  order(name: string | null): Uint32Array {
    if (name === null) return this.#byId.sorted();
    const known = this.#orders.get(name);
    if (known !== undefined) return known.sorted();
    const column = this.column(name);
    const made = new RowOrder(() => ({
      alive: this.#alive.subarray(0, this.extent),
      size: this.size,
      idRanks: () => this.idRanks(),
      sortKey: () => column.sortKey(),
    }));
    this.#orders.set(name, made);
    return made.sorted();
  }

  /** By slot: place of its id among all. */
  idRanks(): Float64Array {
    return this.#byId.ranks(this.extent);
  }

  /** What a window is told of a row. */
  row(slot: number, names: readonly string[]): Record<string, Cell> {
    const row: Record<string, Cell> = { id: this.idAt(slot) };
    for (const name of names) row[name] = this.column(name).read(slot);
    return row;
  }

  #add(id: string, cells: Cells): number {
    const slot = this.#free.pop() ?? this.#ids.length;
    if (slot >= this.#alive.length) this.#grow(Math.ceil(this.#alive.length * GROWTH));
    this.#ids[slot] = id;
    this.#slots.set(id, slot);
    this.#alive[slot] = 1;
    for (const [name, column] of this.#columns) column.write(slot, cells[name] ?? null);
    this.#moved(slot);
    return slot;
  }

  #moved(slot: number): void {
    this.#byId.touch(slot);
    for (const order of this.#orders.values()) order.touch(slot);
  }

  #grow(capacity: number): void {
    const grown = new Uint8Array(capacity);
    grown.set(this.#alive);
    this.#alive = grown;
    for (const column of this.#columns.values()) column.grow(capacity);
  }

  #narrowToWord(mask: Uint8Array, word: string): void {
    const found = new Uint8Array(mask.length);
    for (const name of this.#searched) this.column(name).markHolding(found, word);
    for (let slot = 0; slot < mask.length; slot += 1) if (found[slot] === 0) mask[slot] = 0;
  }
}
