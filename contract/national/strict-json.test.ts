import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson, StrictJsonError } from './strict-json.ts';

function codeOf(text: string): string {
  try {
    parseStrictJson(text);
    return 'read';
  } catch (error) {
    return error instanceof StrictJsonError ? error.code : 'another error';
  }
}

/** Values whose keys are ordinary, nested less than the limit. */
const { value: ordinary } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.string().filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)),
      tie('value'),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
}));

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('JSON at a boundary', () => {
  it('S33 reads every ordinary value as JSON.parse does', () => {
    fc.assert(
      fc.property(ordinary, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['{"a":1,"a":2}', 'json-duplicate-key'],
    ['{"a":1,"\\u0061":2}', 'json-duplicate-key'],
    ['[{"b":{"a":1 , "a" : 2}}]', 'json-duplicate-key'],
    ['{"__proto__":{"admin":true}}', 'json-forbidden-key'],
    ['{"\\u005f_proto__":1}', 'json-forbidden-key'],
    ['{"a":[{"constructor":1}]}', 'json-forbidden-key'],
    ['{"prototype" :1}', 'json-forbidden-key'],
    [nested(33), 'json-too-deep'],
    [`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, 'json-too-deep'],
    ['{"a":1', 'json-not-readable'],
    ['{"a" 1}', 'json-not-readable'],
    ['NaN', 'json-not-readable'],
    ['{"a":"\\x"}', 'json-not-readable'],
    ['"', 'json-not-readable'],
    ['', 'json-not-readable'],
    [nested(32), 'read'],
    ['{"a":"__proto__","b":["constructor"]}', 'read'],
    ['{"a":{"x":1},"b":{"x":1}}', 'read'],
    ['{"a":"{\\"a\\":1,\\"a\\":2}"}', 'read'],
  ])('S33 judges %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('S33 survives any text, and leaves the prototype of objects as it was', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    const bits = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\\',
      'u',
      '__proto__',
      'a',
      '1',
      ' ',
      '\n',
      'null',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        expect(codeOf(parts.join(''))).not.toBe('another error');
      }),
      { numRuns: 10_000 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
