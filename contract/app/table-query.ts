/** Any filter, any sort, any page of a table: what a window asks the engine. */
import { z } from 'zod';

const scalar = z.union([z.string().max(200), z.number()]);

/** All filters hold together; within one, any of the values. */
export const filterSchema = z.discriminatedUnion('type', [
  /** Category: one of these values; null means "empty". */
  z.strictObject({ type: z.literal('among'), column: z.string().max(40), values: z.array(scalar.nullable()).max(500) }),
  /** Number or day (YYYY-MM-DD): bounds inclusive, either may be absent. */
  z.strictObject({
    type: z.literal('between'),
    column: z.string().max(40),
    from: scalar.nullable(),
    to: scalar.nullable(),
  }),
  z.strictObject({ type: z.literal('flag'), column: z.string().max(40), value: z.boolean() }),
  /** A piece of the text, accents and case folded. */
  z.strictObject({ type: z.literal('contains'), column: z.string().max(40), text: z.string().max(100) }),
]);
export type TableFilter = z.infer<typeof filterSchema>;

export const sortSchema = z.strictObject({ column: z.string().max(40), descending: z.boolean() });
export type TableSort = z.infer<typeof sortSchema>;

export const tableQuerySchema = z.strictObject({
  filters: z.array(filterSchema).max(40),
  /** Free search over names, FINESS, numbers, places. */
  search: z.string().max(100),
  sorts: z.array(sortSchema).max(5),
  offset: z.int().min(0),
  limit: z.int().min(0).max(200),
});
export type TableQuery = z.infer<typeof tableQuerySchema>;

const cell = z.union([z.string(), z.number(), z.null()]);
export const tableRowSchema = z.record(z.string(), cell);
export type TableRow = z.infer<typeof tableRowSchema>;

/** A page and its count come from one revision (ARCHITECTURE §8). */
export const tablePageSchema = z.strictObject({
  revision: z.int(),
  total: z.int(),
  /** Rows in scope before any filter: tells "nothing matches" from "nothing here". */
  outOf: z.int(),
  rows: z.array(tableRowSchema),
  /** False while the first synchronisation has not brought this table yet. */
  complete: z.boolean(),
});
export type TablePage = z.infer<typeof tablePageSchema>;

/** Counts per value of a category or flag column under the other filters. */
export const facetSchema = z.strictObject({
  revision: z.int(),
  values: z.array(z.strictObject({ value: scalar.nullable(), count: z.int() })),
});
export type Facet = z.infer<typeof facetSchema>;
