import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePassword, passwordFaults } from './password-rule.ts';

describe('the password rule', () => {
  it.each(['Renfort-2020!', 'Été à Nancy 54?', 'aA1!aA1!aA1!'])('F37 takes %j', (password) => {
    expect(parsePassword(password)).toEqual({ ok: true, value: password, warnings: [] });
  });

  it.each([
    ['Renfort-20!', ['au moins 12 caractères']],
    ['renfort-2020!', ['une majuscule']],
    ['RENFORT-2020!', ['une minuscule']],
    ['Renfort-renfort', ['un chiffre']],
    ['Renfort20202020', ['un caractère spécial']],
    ['Renfort 2020 2020', ['un caractère spécial']],
    ['', ['au moins 12 caractères', 'une majuscule', 'une minuscule', 'un chiffre', 'un caractère spécial']],
    [`Aa1!${'a'.repeat(200)}`, ['au plus 200 caractères']],
  ])('F37 tells what %j lacks', (password, missing) => {
    expect(passwordFaults(password)).toEqual(missing);
    expect(parsePassword(password).ok).toBe(false);
  });

  it('F37 counts characters, not code units, and never trims', () => {
    expect(passwordFaults('Aa1!😀😀😀😀')).toContain('au moins 12 caractères');
    expect(parsePassword(' Renfort-2020!')).toMatchObject({ value: ' Renfort-2020!' });
  });

  it('F37 gets no worse when one adds to a good password', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (more) => {
        expect(passwordFaults(`Renfort-2020!${more}`)).toEqual([]);
      }),
    );
  });
});
