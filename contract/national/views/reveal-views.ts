/** Contact details and documents, shown one person at a time with a reason (DOMAIN §4.10; TRUST S61). */
import { z } from 'zod';
import { REVEAL_REASONS } from '../../domain/reveal-reason.ts';

export const revealRequestSchema = z.strictObject({
  reason: z.enum(REVEAL_REASONS),
  /** The mission at hand; may be left out only to verify documents or to answer the person. */
  missionId: z.string().min(1).max(64).nullable(),
});
export type RevealRequest = z.infer<typeof revealRequestSchema>;

export const revealedContactSchema = z.strictObject({
  candidateId: z.string(),
  email: z.string(),
  phone: z.string(),
  message: z.string().nullable(),
});
export type RevealedContact = z.infer<typeof revealedContactSchema>;

export const revealedDocumentSchema = z.strictObject({
  candidateId: z.string(),
  kind: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  /** Base64. */
  content: z.string(),
});
export type RevealedDocument = z.infer<typeof revealedDocumentSchema>;
