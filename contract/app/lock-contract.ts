/** The workstation locks by itself when nobody touches it (TRUST S53): every window is covered until its person is back. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { FAILURES } from './failures.ts';

const base = oc.errors(FAILURES);

export const lockSchema = z.strictObject({
  locked: z.boolean(),
  /** ISO instant; null while it is not. */
  since: z.string().nullable(),
  /** Whose work is under the cover. */
  person: z.string().nullable(),
});
export type Lock = z.infer<typeof lockSchema>;

/** Answered by the main process. */
export const lockContract = {
  /** As it is now, then each change. */
  follow: base.output(eventIterator(lockSchema)),
  /** The person shows who they are, by the identity provider; what they had typed is where they left it. */
  unlock: base.output(z.void()),
} as const;
