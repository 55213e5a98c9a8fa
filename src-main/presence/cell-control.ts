/** What the main process asks of the engine for the cell: the engine alone speaks with the network. Private to src-main. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { FAILURES } from '../../contract/app/failures.ts';
import { LOG_KINDS } from '../../contract/domain/cell-log.ts';
import { cellLogEntrySchema, presenceAnswerSchema } from '../../contract/national/routes/presence-routes.ts';

const id = z.string().min(1).max(64);
const base = oc.errors(FAILURES);

export const cellControlContract = {
  announce: base.input(z.strictObject({ station: id, missionIds: z.array(id).max(40) })).output(presenceAnswerSchema),
  /** Held by the service until somebody comes or leaves; ends with the caller's signal. */
  follow: base.input(z.strictObject({ station: id, seen: id })).output(presenceAnswerSchema),
  readLog: base.input(z.strictObject({ before: id.nullable() })).output(z.array(cellLogEntrySchema)),
  writeLog: base
    .input(z.strictObject({ id, kind: z.enum(LOG_KINDS), text: z.string().min(1).max(2000) }))
    .output(cellLogEntrySchema),
} as const;
