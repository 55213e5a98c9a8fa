/** A volunteer's identity piece or diploma (F74): asked with a reason, journaled by the service, saved by the host. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { FAILURES } from './failures.ts';

const base = oc.errors(FAILURES);
const id = z.string().min(1).max(64);

export const documentContract = {
  /** The engine keeps the document under `fileId` until it is saved (files.saveMade): no page sees its content. */
  reveal: base
    .input(
      z.strictObject({
        candidateId: id,
        missionId: id.nullable(),
        kind: z.enum(['identity', 'diploma']),
        reason: z.string().min(1).max(64),
      }),
    )
    .output(z.strictObject({ fileId: id, fileName: z.string(), bytes: z.int() })),
} as const;
