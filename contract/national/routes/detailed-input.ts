/**
 * The input of a route that takes both an address and a body. The library hands over params, query, headers and body;
 * headers are nobody's input, and an unexpected query field is refused.
 */
import { z } from 'zod';

const NO_QUERY = z.strictObject({}).optional();

/** @example detailedInput({ params: z.strictObject({ id }), body: changeSchema }) */
export function detailedInput<Body extends z.ZodType, Params extends z.ZodType>(parts: { params: Params; body: Body }) {
  return z.object({ ...parts, query: NO_QUERY });
}

/** The same with query fields. */
export function detailedInputWithQuery<
  Body extends z.ZodType,
  Params extends z.ZodType,
  Query extends z.ZodType,
>(parts: { params: Params; query: Query; body: Body }) {
  return z.object(parts);
}
