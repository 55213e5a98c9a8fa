/**
 * Who else has a mission open, and the cell's log (« main courante ») with the hand-over at shift change. Answered by the
 * main process, which asks the national service (FEATURES D15).
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { LOG_KINDS } from '../domain/cell-log.ts';
import { FAILURES } from './failures.ts';

const id = z.string().min(1).max(64);
const base = oc.errors(FAILURES);

/** Who has a mission open right now beside this workstation (FEATURES D15); the service forgets them after two minutes. */
export const presentSchema = z.strictObject({
  missionId: id,
  personName: z.string(),
  /** ISO instant since when. */
  since: z.string(),
  /** The person who asks, at another workstation of theirs. */
  self: z.boolean(),
});

export const logEntrySchema = z.strictObject({
  id,
  at: z.string(),
  kind: z.enum(LOG_KINDS),
  authorName: z.string(),
  /** Written by the person who asks. */
  mine: z.boolean(),
  text: z.string(),
  /** Kept here until the service can be reached. */
  waiting: z.boolean(),
});

export const presenceContract = {
  presence: {
    /** The mission that this window shows; null for none. */
    show: base.input(z.strictObject({ missionId: id.nullable() })).output(z.void()),
    /** Known false: the service could not be asked, nobody can tell. */
    list: base.output(z.strictObject({ known: z.boolean(), present: z.array(presentSchema) })),
  },
  log: {
    /** `more`: the service has older entries, which `older` brings. */
    list: base.output(z.strictObject({ known: z.boolean(), more: z.boolean(), entries: z.array(logEntrySchema) })),
    older: base.output(z.void()),
    write: base
      .input(z.strictObject({ kind: z.enum(LOG_KINDS), text: z.string().trim().min(1).max(2000) }))
      .output(z.void()),
  },
} as const;

export type Present = z.infer<typeof presentSchema>;
export type LogEntry = z.infer<typeof logEntrySchema>;
