import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLuhnKey, luhnKeyOf } from './luhn.ts';

const digits = fc.stringMatching(/^\d{1,20}$/);

describe('the Luhn key', () => {
  it('made for any digits, is the only one that passes', () => {
    fc.assert(
      fc.property(digits, (body) => {
        const passing = [...'0123456789'].filter((key) => hasLuhnKey(body + key));
        expect(passing).toEqual([luhnKeyOf(body)]);
      }),
    );
  });

  it('tells any single wrong digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, position, shift) => {
        const good = body + luhnKeyOf(body);
        const at = position % good.length;
        const wrong = good.slice(0, at) + ((Number(good[at]) + shift) % 10) + good.slice(at + 1);
        expect(hasLuhnKey(wrong)).toBe(false);
      }),
    );
  });
});
