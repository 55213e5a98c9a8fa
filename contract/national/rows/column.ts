/**
 * The smallest vocabulary that describes a row once and derives everything from it: its TypeScript type, its zod
 * schema, the service's table, the workspace's mirror table and the order of a columnar chunk.
 *
 * Every value on the wire is a string, a number or null: what SQL stores, what JSON carries, what a columnar chunk
 * packs. A flag is 0 or 1; a list is JSON text; an instant is ISO 8601 UTC with milliseconds; a civil date is
 * `YYYY-MM-DD` (DOMAIN §1: dates are civil, both bounds inclusive).
 */
import { z } from 'zod';

type ColumnType = 'text' | 'integer' | 'real' | 'flag';

/** One column: its storage type and whether it may be null. */
export interface Column<Type extends ColumnType = ColumnType, Nullable extends boolean = boolean> {
  readonly type: Type;
  readonly nullable: Nullable;
}

/** A row kind's columns, in the order in which chunks and inserts carry them. */
export type Columns = Readonly<Record<string, Column>>;

type Bare<C extends Column> = C['type'] extends 'text' ? string : C['type'] extends 'flag' ? 0 | 1 : number;
type ValueOf<C extends Column> = C['nullable'] extends true ? Bare<C> | null : Bare<C>;

/** The TypeScript type of a row with these columns. */
export type RowOf<C extends Columns> = { -readonly [Name in keyof C]: ValueOf<C[Name]> };

const column = <Type extends ColumnType>(type: Type): Column<Type, false> => ({ type, nullable: false });

export const text = column('text');
export const integer = column('integer');
export const real = column('real');
/** 0 or 1: neither database nor columnar chunk needs another boolean. */
export const flag = column('flag');

/** The same column, which may be null. */
export const nullable = <Type extends ColumnType>(base: Column<Type, false>): Column<Type, true> => ({
  type: base.type,
  nullable: true,
});

const BARE_SCHEMAS = {
  text: z.string(),
  integer: z.int(),
  real: z.number(),
  flag: z.union([z.literal(0), z.literal(1)]),
} as const;

/**
 * The zod schema of a row with these columns; unknown keys are refused.
 *
 * @example
 * const schema = rowSchema({ id: text, headcount: integer });
 * schema.parse({ id: 'a', headcount: 2 });
 */
export function rowSchema<C extends Columns>(columns: C): z.ZodType<RowOf<C>> {
  const shape = Object.fromEntries(
    Object.entries(columns).map(([name, { type, nullable: mayBeNull }]) => [
      name,
      mayBeNull ? BARE_SCHEMAS[type].nullable() : BARE_SCHEMAS[type],
    ]),
  );
  return z.strictObject(shape) as unknown as z.ZodType<RowOf<C>>;
}

/** The names of the columns, in wire order. */
export function columnNames(columns: Columns): readonly string[] {
  return Object.keys(columns);
}
