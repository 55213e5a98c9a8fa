import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmailAddress } from './email-address.ts';

describe('parseEmailAddress', () => {
  it.each([
    ' Anne.Exemple@CH-Demo.FR ',
    'anne.exemple@ch-demo.fr',
    'ANNE.EXEMPLE@CH-DEMO.FR',
    'anne.exemple@ch-demo.fr\n',
    '\u200banne.exemple@ch-demo.fr',
    '\ufeffanne.exemple@ch-demo.fr',
  ])('F23 one e-mail, one account: %j has one normal form', (text) => {
    expect(parseEmailAddress(text)).toMatchObject({ ok: true, value: 'anne.exemple@ch-demo.fr' });
  });

  it('says that invisible characters were removed', () => {
    const result = parseEmailAddress('anne\u200b.exemple@ch-demo.fr');
    expect(result.ok && result.warnings).toHaveLength(1);
    expect(parseEmailAddress('anne.exemple@ch-demo.fr')).toMatchObject({ warnings: [] });
  });

  it('keeps what tells two boxes apart', () => {
    expect(parseEmailAddress('anne+renfort@exemple.fr')).toMatchObject({ value: 'anne+renfort@exemple.fr' });
  });

  it.each([
    '',
    'anne',
    'anne@',
    '@exemple.fr',
    'anne@exemple',
    'anne@exemple.f',
    'anne@@exemple.fr',
    'anne@exemple..fr',
    '.anne@exemple.fr',
    'anne.@exemple.fr',
    'anne@-exemple.fr',
    'anne@exemple.fr, bruno@exemple.fr',
    'anne@exemple.fr\r\nBcc: x@exemple.fr',
    'Anne <anne@exemple.fr>',
    'annè@exemple.fr',
    'anne@127.0.0.1',
    `${'a'.repeat(65)}@exemple.fr`,
    `anne@${'a'.repeat(250)}.fr`,
  ])('refuses %j with a French sentence', (text) => {
    const result = parseEmailAddress(text);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.message).toMatch(/adresse/i);
  });

  it.each([
    ['anne@exemple.fr, bruno@exemple.fr', /une seule adresse/i],
    ['annè@exemple.fr', /accent/],
    ['anne@exemple', /complète/],
    ['', /Indiquez/],
  ])('says what is wrong with %j', (text, message) => {
    expect(parseEmailAddress(text)).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });

  it('F23 is idempotent, and never lets a line break or a space through', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (text) => {
        const result = parseEmailAddress(text);
        if (result.ok) {
          expect(result.value).toMatch(/^[\x21-\x7e]+$/);
          expect(parseEmailAddress(result.value)).toEqual({ ok: true, value: result.value, warnings: [] });
        } else {
          expect(result.message).not.toBe('');
        }
      }),
    );
  });
});
