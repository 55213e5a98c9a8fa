/**
 * The decision journal as a window reads it (UX 9; FEATURES D7): the service's lines, page after page while it can be
 * reached, with the acts of this workstation, always; and what this workstation could prove of the chain.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { FAILURES } from './failures.ts';
import { facetSchema, filterSchema, tablePageSchema, tableQuerySchema, tableRowSchema } from './table-query.ts';

const base = oc.errors(FAILURES);
const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What is asked of the service; everything else filters what was brought. */
export const journalReachSchema = z.strictObject({
  from: civilDate.nullable(),
  until: civilDate.nullable(),
  /** Lines of one mission and of its proposals. */
  missionId: z.string().min(1).max(64).nullable(),
});
export type JournalReach = z.infer<typeof journalReachSchema>;

/** What this workstation computed from the lines that it was given. */
export const chainStateSchema = z.strictObject({
  checkedAt: z.string().nullable(),
  first: z.int().nullable(),
  last: z.int().nullable(),
  lines: z.int(),
  /** Lines whose words were erased: the line holds, its words cannot be compared. */
  erased: z.int(),
  /** Runs of lines that the reader may not read: what is between them is not proved here. */
  gaps: z.int(),
  /** True when the reader may read every line: the last one held is then the end of the chain. */
  whole: z.boolean(),
  /** The first link that does not hold, and why, in French. */
  broken: z.strictObject({ number: z.int(), message: z.string() }).nullable(),
});
export type ChainState = z.infer<typeof chainStateSchema>;

export const journalStateSchema = z.strictObject({
  revision: z.int(),
  /** DOMAIN §9, right "read-journal"; null when the person holds none. */
  scope: z.enum(['own-acts', 'own-region', 'nation', 'mandate', 'technical']).nullable(),
  source: z.enum(['service', 'reading', 'offline', 'refused', 'review', 'own-acts', 'absent']),
  /** French sentence: why lines of the service are missing; null when nothing is. */
  message: z.string().nullable(),
  /** Lines of the service that are held, and whether older ones of the period were left there. */
  held: z.int(),
  truncated: z.boolean(),
  readAt: z.string().nullable(),
  waiting: z.int(),
  chain: chainStateSchema,
});
export type JournalState = z.infer<typeof journalStateSchema>;

export const journalSheetSchema = z.strictObject({
  row: tableRowSchema,
  fields: z.array(z.strictObject({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  hash: z.string().nullable(),
  previousHash: z.string().nullable(),
  /** What became of an act of this workstation: the service's own words. */
  message: z.string().nullable(),
});
export type JournalSheet = z.infer<typeof journalSheetSchema>;

const reach = journalReachSchema;

export const journalContract = {
  page: base.input(z.strictObject({ reach, query: tableQuerySchema })).output(tablePageSchema),
  facet: base
    .input(
      z.strictObject({
        reach,
        column: z.string().max(40),
        filters: z.array(filterSchema).max(40),
        search: z.string().max(100),
      }),
    )
    .output(facetSchema),
  state: base.input(z.strictObject({ reach })).output(journalStateSchema),
  sheet: base.input(z.strictObject({ reach, id: z.string().min(1).max(80) })).output(journalSheetSchema),
  /** Reads the newest lines now. */
  again: base.input(z.strictObject({ reach })).output(z.void()),
} as const;
