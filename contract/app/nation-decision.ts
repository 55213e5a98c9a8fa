/**
 * What the national desk and the regions decide of alerts, openings and requests to the Réserve sanitaire (DOMAIN §4.6,
 * §6). Each is one more kind of decision: previewed, committed and undone like the others.
 */
import { z } from 'zod';
import { openingVariantSchema } from './simulation-shapes.ts';

const reason = z.string().trim().min(1).max(500);
const words = z.string().trim().min(1).max(4000);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const ceiling = z.int().min(1).max(100_000);

export const NATION_DECISIONS = [
  /** Targets: missions that have an alert. */
  z.strictObject({ kind: z.literal('comment-alert'), text: words }),
  /** Targets: none. The terms are those that were simulated. */
  z.strictObject({ kind: z.literal('create-opening'), terms: openingVariantSchema, reason }),
  /** Targets of the five below: openings. Null leaves the ceiling, or the last day, as it is. */
  z.strictObject({
    kind: z.literal('adjust-opening'),
    ceiling: ceiling.nullable(),
    until: day.nullable(),
    reason,
  }),
  z.strictObject({ kind: z.literal('close-opening'), reason }),
  z.strictObject({ kind: z.literal('agree-to-opening') }),
  z.strictObject({ kind: z.literal('object-to-opening'), reason }),
  z.strictObject({ kind: z.literal('overrule-objection'), reason }),
  /** Targets: missions. Null asks for as many as their posts still to fill. */
  z.strictObject({
    kind: z.literal('request-reserve'),
    headcount: z.int().min(1).max(999).nullable(),
    message: words,
  }),
  /** Targets: requests to the Réserve sanitaire. */
  z.strictObject({ kind: z.literal('record-reserve-answer'), granted: z.boolean(), message: reason }),
] as const;

export type NationDecision = z.infer<(typeof NATION_DECISIONS)[number]>;
export type NationDecisionKind = NationDecision['kind'];
