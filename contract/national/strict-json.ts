/**
 * JSON as a boundary reads it (TRUST S33): no duplicate key, no key that reaches a prototype, no deep nesting. One pass
 * over the text finds these; JSON.parse then gives the value.
 */

export const DEEPEST_JSON = 32;

/** Keys that could reach an object's prototype, however they are written. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export type JsonFault = 'json-not-readable' | 'json-too-deep' | 'json-duplicate-key' | 'json-forbidden-key';

export class StrictJsonError extends Error {
  readonly code: JsonFault;
  constructor(code: JsonFault) {
    super(code);
    this.name = 'StrictJsonError';
    this.code = code;
  }
}

/** @example isForbiddenKey('__proto__') // true */
export function isForbiddenKey(key: string): boolean {
  return FORBIDDEN_KEYS.has(key);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Index just after the string literal that opens at `start`: a quote that an odd number of backslashes precedes is not its end. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    if ((end - first) % 2 === 0) return end + 1;
  }
  throw new StrictJsonError('json-not-readable');
}

/** A string literal is a key when the next sign after it is a colon. */
function isKey(text: string, end: number): boolean {
  for (let index = end; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === 0x3a) return true;
    if (character !== 0x20 && character !== 0x09 && character !== 0x0a && character !== 0x0d) return false;
  }
  return false;
}

function inspect(text: string): void {
  const open: (Set<string> | null)[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === QUOTE) {
      const end = endOfString(text, index);
      const keys = open.at(-1);
      if (keys && isKey(text, end)) takeKey(keys, text.slice(index, end));
      index = end - 1;
    } else if (character === 0x7b || character === 0x5b) {
      open.push(character === 0x7b ? new Set() : null);
      if (open.length > DEEPEST_JSON) throw new StrictJsonError('json-too-deep');
    } else if (character === 0x7d || character === 0x5d) {
      open.pop();
    }
  }
}

function takeKey(keys: Set<string>, literal: string): void {
  const key = JSON.parse(literal) as string;
  if (FORBIDDEN_KEYS.has(key)) throw new StrictJsonError('json-forbidden-key');
  if (keys.has(key)) throw new StrictJsonError('json-duplicate-key');
  keys.add(key);
}

/**
 * @throws StrictJsonError with one of four codes.
 * @example parseStrictJson('{"a":1,"a":2}') // throws json-duplicate-key
 */
export function parseStrictJson(text: string): unknown {
  try {
    inspect(text);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof StrictJsonError) throw error;
    throw new StrictJsonError('json-not-readable');
  }
}
