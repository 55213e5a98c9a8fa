/**
 * Export of what a table shows: all the rows that its filters and search find, in its order, under the columns shown. The
 * words of codes come with the question, for a window's words are French and the engine's rows are codes.
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { FAILURES } from './failures.ts';
import { MOST_LIST_ROWS } from './most-list-rows.ts';
import { tableQuerySchema, tableRowSchema } from './table-query.ts';

const base = oc.errors(FAILURES);
const id = z.string().min(1).max(64);

export const exportColumnSchema = z.strictObject({
  name: z.string().max(40),
  label: z.string().max(80),
  /** 'moment' is an instant, told in the workstation's own time; 'words' is said by the window value by value. */
  kind: z.enum(['text', 'number', 'day', 'flag', 'moment', 'words']),
  /** For 'words': each value with its French word; a value that is absent is told as it is. */
  words: z.array(z.tuple([z.union([z.string(), z.number(), z.null()]), z.string().max(400)])).max(5_000),
});
export type ExportColumn = z.infer<typeof exportColumnSchema>;

export const exportQuestionSchema = z.strictObject({
  table: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('missions'), query: tableQuerySchema }),
    z.strictObject({ of: z.literal('candidates'), missionId: id.nullable(), query: tableQuerySchema }),
    /** What changed between two snapshots, read where it was compared. */
    z.strictObject({
      of: z.literal('changes'),
      comparisonId: id,
      figure: z.string().max(40).nullable(),
      query: tableQuerySchema,
    }),
    z.strictObject({ of: z.literal('list'), rows: z.array(tableRowSchema).max(MOST_LIST_ROWS) }),
  ]),
  columns: z.array(exportColumnSchema).min(1).max(80),
  format: z.enum(['csv', 'xlsx']),
  /** Without its extension. */
  fileName: z.string().min(1).max(100),
});
export type ExportQuestion = z.infer<typeof exportQuestionSchema>;

export const exportProgressSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('writing'), rows: z.int(), outOf: z.int() }),
  /** The engine keeps the bytes under this id until they are saved, or forgets them after a time. */
  z.strictObject({ step: z.literal('done'), fileId: id, fileName: z.string(), rows: z.int(), bytes: z.int() }),
]);
export type ExportProgress = z.infer<typeof exportProgressSchema>;

export const exportContract = {
  /** Ends when the file is made, or with the caller's signal. */
  make: base.input(exportQuestionSchema).output(eventIterator(exportProgressSchema)),
} as const;
