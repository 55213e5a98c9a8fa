/** What the main process asks of an engine about snapshots: to make one of the base, to open one, to compare two. Private. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import {
  changeFacetQuestionSchema,
  changePageQuestionSchema,
  comparisonSchema,
  exportStateSchema,
  reviewInfoSchema,
} from '../../../contract/app/snapshot-contract.ts';
import { facetSchema, tablePageSchema } from '../../../contract/app/table-query.ts';
import { signingKeyListSchema } from '../../../contract/national/routes/signing-key-routes.ts';
import { approvalSchema, requestSchema } from '../../snapshots/format/manifest.ts';
import { trustListSchema } from '../../snapshots/format/trust-list.ts';

const id = z.string().min(1).max(64);

const seal = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('passphrase'), passphrase: z.string() }),
  z.strictObject({ type: z.literal('recipients'), recipients: z.array(z.string()) }),
]);

/** What a file is checked against. */
export const checkSchema = z.strictObject({
  trust: trustListSchema,
  identities: z.array(z.string()),
  passphrase: z.string().nullable(),
  /** Milliseconds since 1970: the highest that this machine ever knew. */
  now: z.number(),
  /** False for what this workstation took of its own base to compare it: a nominative one then asks nobody's agreement. */
  agreementAsked: z.boolean(),
});
export type FileCheck = z.infer<typeof checkSchema>;

export const orderSchema = z.strictObject({
  kind: z.enum(['cell-state', 'regulation-point']),
  request: requestSchema,
  approval: approvalSchema.nullable(),
  application: z.string(),
  /** PKCS8 in base64: it travels once, and is wiped. */
  signer: z.string(),
  /** The bare container stays on this machine. */
  seal: seal.nullable(),
  trust: trustListSchema,
  /** It is compared on this machine and thrown away: no file leaves. */
  staysHere: z.boolean(),
});
export type ExportOrder = z.infer<typeof orderSchema>;

const refused = z.strictObject({ ok: z.literal(false), code: z.string(), message: z.string() });

export const snapshotControlContract = {
  series: oc.output(z.array(z.strictObject({ id, name: z.string() }))),
  seriesNamed: oc.input(z.strictObject({ name: z.string() })).output(z.strictObject({ id, name: z.string() })),
  exportStart: oc.input(orderSchema).output(z.strictObject({ exportId: id })),
  exportState: oc.input(z.strictObject({ exportId: id })).output(exportStateSchema.nullable()),
  exportStop: oc.input(z.strictObject({ exportId: id })).output(z.void()),
  /** Given once, in parts of base64. */
  exportTake: oc.input(z.strictObject({ exportId: id })).output(eventIterator(z.string())),
  /** Null while the service is out of reach, or nobody is signed in. */
  meetRegister: oc
    .input(z.strictObject({ keyId: id, publicKey: z.string(), proof: z.string() }))
    .output(signingKeyListSchema.nullable()),
  revokeInRegister: oc.input(z.strictObject({ keyId: id, reason: z.string() })).output(signingKeyListSchema),
  receive: oc.input(z.strictObject({ fileId: id, part: z.string() })).output(z.void()),
  /** Opens the received file as the desk of this engine. */
  openReview: oc
    .input(z.strictObject({ fileId: id, reviewId: id, check: checkSchema }))
    .output(
      z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), info: reviewInfoSchema, request: requestSchema }),
        refused,
      ]),
    ),
  compare: oc
    .input(
      z.strictObject({
        comparisonId: id,
        before: z.strictObject({ fileId: id, check: checkSchema }),
        after: z.strictObject({ fileId: id, check: checkSchema }),
      }),
    )
    .output(
      z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), comparison: comparisonSchema }), refused]),
    ),
  changes: oc.input(changePageQuestionSchema).output(tablePageSchema),
  changeFacet: oc.input(changeFacetQuestionSchema).output(facetSchema),
} as const;
