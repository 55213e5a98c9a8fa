/**
 * Accounts of establishments (UX 5; DOMAIN §5; F23-F48, F113, F116-F120): requests to decide on, and the spreadsheet of
 * annex 2, read on the workstation and corrected there before a line of it is sent.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ANNEX_KEYS } from '../domain/annex/annex-columns.ts';
import { FAILURES } from './failures.ts';
import { tableRowSchema } from './table-query.ts';

const base = oc.errors(FAILURES);
const id = z.string().min(1).max(64);
const column = z.enum(ANNEX_KEYS);
const listSchema = z.strictObject({ revision: z.int(), complete: z.boolean(), rows: z.array(tableRowSchema) });

/** One field that two things say differently. */
const differenceSchema = z.strictObject({ label: z.string(), mine: z.string(), theirs: z.string() });

const needSchema = z.strictObject({
  profession: z.string(),
  specialty: z.string().nullable(),
  headcount: z.int(),
  startDate: z.string(),
  endDate: z.string(),
  /** Requirements in French: 'EHPAD', 'Véhicule'. */
  requirements: z.array(z.string()),
});

export const accountSheetSchema = z.strictObject({
  revision: z.int(),
  /** The request as its row of the table. */
  row: tableRowSchema,
  address: z.string(),
  activatedAt: z.string().nullable(),
  /** Until when the activation link works; null when none waits. */
  linkUntil: z.string().nullable(),
  needs: z.array(needSchema),
  /** Other requests of the same e-mail or of the same establishment, with what they say otherwise. */
  others: z.array(
    z.strictObject({
      relation: z.enum(['same-email', 'same-establishment']),
      row: tableRowSchema,
      differences: z.array(differenceSchema),
    }),
  ),
  /** The establishment that already bears the FINESS or GID. */
  establishment: z
    .strictObject({
      name: z.string(),
      city: z.string(),
      openMissions: z.int(),
      differences: z.array(differenceSchema),
    })
    .nullable(),
});
export type AccountSheet = z.infer<typeof accountSheetSchema>;

const remarkSchema = z.strictObject({ column, message: z.string() });
const countsSchema = z.strictObject({
  valid: z.int(),
  known: z.int(),
  invalid: z.int(),
  sent: z.int(),
  accepted: z.int(),
  refused: z.int(),
});

/** The sheet that is held: its name and what its lines are worth. */
export const importSummarySchema = z.strictObject({
  importId: id,
  fileName: z.string(),
  lines: z.int(),
  counts: countsSchema,
});
export type ImportSummary = z.infer<typeof importSummarySchema>;

export const accountsContract = {
  list: base.output(listSchema),
  sheet: base.input(z.strictObject({ id })).output(accountSheetSchema),
  imports: {
    /** A part of the file, in base64: a page knows no path. */
    receive: base.input(z.strictObject({ fileId: z.uuid(), part: z.string().max(1_500_000) })).output(z.void()),
    /** Opens what was received, in a worker behind the gate; a file that is refused says why, and nothing is kept. */
    read: base
      .input(z.strictObject({ fileId: z.uuid(), fileName: z.string().min(1).max(200) }))
      .output(
        z.discriminatedUnion('read', [
          z.strictObject({ read: z.literal(true), importId: id }),
          z.strictObject({ read: z.literal(false), message: z.string() }),
        ]),
      ),
    /** Null when none is held. */
    current: base.output(importSummarySchema.nullable()),
    rows: base.input(z.strictObject({ importId: id })).output(listSchema),
    row: base.input(z.strictObject({ importId: id, rowId: id })).output(
      z.strictObject({
        line: z.int(),
        verdict: z.string(),
        why: z.string().nullable(),
        cells: z.record(column, z.string()),
        faults: z.array(remarkSchema),
        warnings: z.array(remarkSchema),
        /** False once it was sent and not refused. */
        editable: z.boolean(),
      }),
    ),
    /** Writes cells of a line over those of the file, and judges the sheet again. */
    correct: base
      .input(z.strictObject({ importId: id, rowId: id, cells: z.partialRecord(column, z.string().max(500)) }))
      .output(z.void()),
    /** Forgets the sheet; what was sent stays sent. */
    forget: base.input(z.strictObject({ importId: id })).output(z.void()),
  },
} as const;
