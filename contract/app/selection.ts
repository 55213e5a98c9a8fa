/** The selection shared by every window: session state owned by main, the one broadcast that carries its value (ARCHITECTURE §5). */
import { z } from 'zod';

export const subjectKindSchema = z.enum(['mission', 'candidate']);

/** A set is explicit ids (up to 1,000) or a handle to an engine mask: never 40,000 ids over a wire. */
export const chosenSetSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ids'), ids: z.array(z.string()).max(1000) }),
  z.strictObject({ type: z.literal('handle'), handle: z.string().max(64), count: z.int() }),
]);

export const selectionSchema = z.strictObject({
  revision: z.int(),
  /** The one thing looked at. */
  subject: z.strictObject({ kind: subjectKindSchema, id: z.string() }).nullable(),
  chosen: z.strictObject({ kind: subjectKindSchema, set: chosenSetSchema }).nullable(),
});
export type Selection = z.infer<typeof selectionSchema>;
