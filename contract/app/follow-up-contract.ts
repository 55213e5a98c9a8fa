/** Volunteers to follow beside those whom the candidates' table finds: missions that end, returns (UX 6). */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { FAILURES } from './failures.ts';
import { tableRowSchema } from './table-query.ts';

export const followUpContract = {
  /** Assigned people whose mission ends within so many days, and people back from one for no longer than that. */
  returns: oc
    .errors(FAILURES)
    .input(z.strictObject({ days: z.int().min(1).max(60) }))
    .output(
      z.strictObject({
        revision: z.int(),
        complete: z.boolean(),
        /** The civil day where the person works: what days are counted from. */
        today: z.string(),
        rows: z.array(tableRowSchema),
      }),
    ),
} as const;
