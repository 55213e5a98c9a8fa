import { ORPCError } from '@orpc/client';
import type { Log } from '../diagnostics/log.ts';
import { failure, isFailure } from './failure.ts';

/**
 * Makes whatever was thrown one of the closed list. What is not in it is a bug, or a window that asked wrongly: the
 * window gets a reference, and the log the same reference with what is known, which is never what was asked.
 */
export function nameFailure(error: unknown, operation: string, log: Log, newReference: () => string): Error {
  if (isFailure(error)) return error;
  const reference = newReference();
  const code = error instanceof ORPCError ? error.code : error instanceof Error ? error.name : typeof error;
  log('rpc.unexpected', { operation, reference, code, at: whereThrown(error) });
  // Refused at the door, before anybody looked at it: a question that does not fit the contract.
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return failure('ill-formed', { reference });
  return failure('unexpected', { reference });
}

/** File and line of the first frame: enough to find the bug, and free of anybody's data. */
function whereThrown(error: unknown): string | null {
  const frame = error instanceof Error ? error.stack?.split('\n').find((line) => /^\s+at /.test(line)) : undefined;
  return /([\w.-]+\.[cm]?[jt]s:\d+):\d+\)?$/.exec(frame ?? '')?.[1] ?? null;
}
