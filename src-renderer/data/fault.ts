import { ORPCError } from '@orpc/client';

/** A refusal or a failure, in words that a person may read. */
export interface Fault {
  readonly code: string;
  readonly sentence: string;
  readonly advice: string | null;
  /** Also in the log, when the failure is a bug. */
  readonly reference: string | null;
}

const UNKNOWN = 'La fenêtre n’a pas pu joindre l’application. Vos décisions enregistrées sont conservées.';

/** Turns whatever a call threw into words: errors of the contract's list say themselves, the rest says what is safe. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof ORPCError)) return { code: 'unreachable', sentence: UNKNOWN, advice: null, reference: null };
  const data: { advice?: unknown; reference?: unknown } =
    typeof error.data === 'object' && error.data !== null ? error.data : {};
  return {
    code: String(error.code),
    sentence: error.message,
    advice: typeof data.advice === 'string' && data.advice !== '' ? data.advice : null,
    reference: typeof data.reference === 'string' ? data.reference : null,
  };
}
