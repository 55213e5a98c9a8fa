import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPostalCode, parsePostalCode } from './postal-code.ts';

describe('parsePostalCode', () => {
  it.each([
    ['54000', '54000'],
    [' 54 000 ', '54000'],
    [1000, '01000'],
    ['1000', '01000'],
    [97400, '97400'],
    ['2A000', null],
    ['00100', null],
    ['99100', null],
    ['540', null],
    ['540000', null],
    ['', null],
    ['٥٤٠٠٠', null],
    [-1000, null],
    [54000.5, null],
    [null, null],
    [{}, null],
  ])('reads %j as %j', (value, code) => {
    expect(parsePostalCode(value)).toBe(code);
  });

  it('what it gives is a postal code, and is given back unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer({ min: 0, max: 120_000 })), (value) => {
        const code = parsePostalCode(value);
        expect(code === null || (isPostalCode(code) && parsePostalCode(code) === code)).toBe(true);
      }),
    );
  });
});
