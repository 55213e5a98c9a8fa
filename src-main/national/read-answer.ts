/**
 * Reads an answer as what it should be, or says what it is instead: a captive portal's page, a problem, too many bytes,
 * too few. Every boundary parses what it gets; nothing is believed for having status 200.
 */
import type { z } from 'zod';
import type { Problem } from '../../contract/national/problem.ts';
import { PROBLEM_MEDIA_TYPE, problemSchema } from '../../contract/national/problem.ts';
import { parseStrictJson } from '../../contract/national/strict-json.ts';
import type { NationalFaultCode } from './national-fault.ts';
import { NationalFault } from './national-fault.ts';
import type { TransportAnswer } from './transport.ts';

/** A page of the feed of 5,000 wide rows is below it. */
export const MOST_JSON_BYTES = 48 * 1024 * 1024;
const MOST_PROBLEM_BYTES = 256 * 1024;

const mediaTypeOf = ({ headers }: TransportAnswer): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** The bytes of a body, at most so many, and as many as were announced. */
export async function* capped(answer: TransportAnswer, most: number): AsyncGenerator<Uint8Array> {
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  // None was asked for: an inflated answer could be any size.
  if (encoding !== 'identity') throw new NationalFault('not-understood', { status: answer.status });
  const announced = answer.headers['content-length'];
  if (announced !== undefined && Number(announced) > most) throw new NationalFault('too-large');
  let bytes = 0;
  for await (const part of answer.body) {
    bytes += part.byteLength;
    if (bytes > most) throw new NationalFault('too-large');
    yield part;
  }
  if (announced !== undefined && bytes !== Number(announced)) throw new NationalFault('truncated');
}

async function readText(answer: TransportAnswer, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of capped(answer, most)) parts.push(part);
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
}

/**
 * Parses JSON of a given shape, as strictly as the service does: no key twice, none that reaches a prototype, no deep
 * nesting (TRUST S33).
 *
 * @throws NationalFault 'not-understood'
 */
export function parseAs<Value>(schema: z.ZodType<Value>, text: string): Value {
  let value: unknown;
  try {
    value = parseStrictJson(text);
  } catch (error) {
    throw new NationalFault('not-understood', { cause: error });
  }
  const read = schema.safeParse(value);
  if (!read.success) throw new NationalFault('not-understood', { cause: read.error });
  return read.data;
}

/** Seconds, from a number or a date; null when it cannot be read. */
export function readRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

/** Codes after which only a first transfer helps (national-api/feed). */
const START_AGAIN = new Set(['scope-changed', 'unknown-scope-version', 'cursor-ahead']);

function codeOf(status: number, problem: Problem | null): NationalFaultCode {
  if (problem !== null && START_AGAIN.has(problem.code)) return 'start-again';
  if (problem?.code === 'unknown-resume') return 'resume-unknown';
  if (status === 401) return 'session-expired';
  if (status === 403) return 'no-right';
  if (status === 408 || status === 429 || status >= 500) return 'busy';
  return 'refused';
}

async function faultOf(answer: TransportAnswer, now: number): Promise<NationalFault> {
  const { status } = answer;
  if (status >= 300 && status < 400) return new NationalFault('redirected', { status });
  const type = mediaTypeOf(answer);
  const header = readRetryAfter(answer.headers['retry-after'], now);
  if (type !== PROBLEM_MEDIA_TYPE) {
    // A proxy or a portal speaks: whatever its status, it is not the service's judgement of anything.
    const code =
      type === 'text/html' && status < 500
        ? 'captive-portal'
        : status >= 500 || status === 429
          ? 'busy'
          : 'not-understood';
    return new NationalFault(code, { status, retryAfter: header });
  }
  try {
    const problem = parseAs(problemSchema, await readText(answer, MOST_PROBLEM_BYTES));
    return new NationalFault(codeOf(status, problem), { status, problem, retryAfter: problem.retryAfter ?? header });
  } catch (error) {
    return error instanceof NationalFault ? error : new NationalFault('not-understood', { status, cause: error });
  }
}

/**
 * Gives back an answer that is a success of the expected kind.
 *
 * @throws NationalFault with what it is instead
 */
export async function requireSuccess(
  answer: TransportAnswer,
  mediaType: string,
  now: number,
): Promise<TransportAnswer> {
  if (answer.status !== 200) throw await faultOf(answer, now);
  const type = mediaTypeOf(answer);
  if (type === mediaType) return answer;
  throw new NationalFault(type === 'text/html' ? 'captive-portal' : 'not-understood', { status: answer.status });
}

/** Reads a JSON answer of a given shape. */
export async function readJson<Value>(schema: z.ZodType<Value>, answer: TransportAnswer, now: number): Promise<Value> {
  const good = await requireSuccess(answer, 'application/json', now);
  try {
    return parseAs(schema, await readText(good, MOST_JSON_BYTES));
  } catch (error) {
    throw error instanceof NationalFault ? error : new NationalFault('not-understood', { cause: error });
  }
}
