/** What the service answers when it cannot do what was asked: RFC 9457, in French, without anybody's data (TRUST S44). */
import { z } from 'zod';
import { verdictSchema } from './commands/verdict.ts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** One field that was not understood. */
export const invalidFieldSchema = z.strictObject({
  /** JSON pointer (RFC 6901) into the body or the query: '/commands/0/input/priority'. */
  pointer: z.string(),
  /** French sentence. */
  message: z.string(),
});

export const problemSchema = z.strictObject({
  /** Page of the registry, stable for ever: '/v1/problems/no-right'. */
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  /** French sentence: what happened and what to do. */
  detail: z.string(),
  /** This very occurrence, `urn:uuid:…`: the same reference is in the service's log. */
  instance: z.string(),
  code: z.string(),
  reference: z.string(),
  errors: z.array(invalidFieldSchema).optional(),
  /** Of a single command that was not accepted. */
  verdict: verdictSchema.optional(),
  /** Seconds, as in the Retry-After header. */
  retryAfter: z.number().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
export type InvalidField = z.infer<typeof invalidFieldSchema>;

/** @example problemType('no-right') // '/v1/problems/no-right' */
export function problemType(code: string): string {
  return `/v1/problems/${code}`;
}
