/**
 * The answer of every parser of this folder. `warnings` are French sentences that inform and never block (a doubtful
 * check digit, a zero put back); `message` is the French sentence that says why the text was refused.
 */
export type Parsed<Value> = ParsedValue<Value> | ParseRefusal;

export interface ParsedValue<Value> {
  readonly ok: true;
  readonly value: Value;
  readonly warnings: readonly string[];
}

export interface ParseRefusal {
  readonly ok: false;
  readonly message: string;
}

/** A value that was understood. */
export function parsed<Value>(value: Value, warnings: readonly string[] = []): ParsedValue<Value> {
  return { ok: true, value, warnings };
}

/** A text that was not understood, with the sentence to show. */
export function refused(message: string): ParseRefusal {
  return { ok: false, message };
}
