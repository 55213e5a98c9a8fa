/** Where a paged answer was left, as an opaque text that the client gives back; it grants nothing by itself. */
import type { z } from 'zod';
import { FeedRefusal } from './feed-refusal.ts';

export function writeResume(value: Readonly<Record<string, string | number>>): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** @throws FeedRefusal 'unknown-resume' when the text is not what `writeResume` made */
export function readResume<Value>(schema: z.ZodType<Value>, token: string): Value {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    throw new FeedRefusal('unknown-resume');
  }
  const read = schema.safeParse(value);
  if (!read.success) throw new FeedRefusal('unknown-resume');
  return read.data;
}
