/** Reads the address of a plain route by the same rule as the contract's: unknown fields are refused. */
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { describeIssues } from '../describe-issue.ts';
import { ServiceProblem } from '../service-problem.ts';

/** @throws ServiceProblem 400 */
export function readQuery<Schema extends z.ZodObject>(
  route: { readonly input: Schema },
  request: FastifyRequest,
): z.infer<Schema> {
  const { params, query } = request;
  const read = route.input.safeParse({ ...(query as object), ...(params as object) });
  if (read.success) return read.data;
  const errors = describeIssues(read.error.issues);
  throw new ServiceProblem(400, 'invalid-input', 'Des champs ne sont pas conformes.', { errors });
}
