import { describe, expect, it } from 'vitest';
import { parseAdeli } from './adeli.ts';
import { parseProfessionalIdentifier } from './professional-identifier.ts';
import { parseRpps } from './rpps.ts';

describe('parseRpps', () => {
  it('takes a number with a good key', () => {
    expect(parseRpps('99700218896')).toEqual({ ok: true, value: '99700218896', warnings: [] });
  });

  it.each(['10003461033', '11102379616', '8 10003461033'])('takes %s and only warns of its key', (text) => {
    const result = parseRpps(text);
    expect(result).toMatchObject({ ok: true, value: text.replace('8 ', '') });
    expect(result.ok && result.warnings).toHaveLength(1);
  });

  it.each(['', '1000346103', '100034610333', '1000346103A', '910003461033'])('refuses %j', (text) => {
    expect(parseRpps(text)).toEqual({ ok: false, message: 'Un numéro RPPS a 11 chiffres.' });
  });
});

describe('parseAdeli', () => {
  it.each([
    ['549312345', '549312345'],
    ['2A 9 312345', '2A9312345'],
    ['0549312345', '549312345'],
    ['9A1312345', '9A1312345'],
    ['54d312345', '54D312345'],
  ])('reads %j as %s', (text, value) => {
    expect(parseAdeli(text)).toEqual({ ok: true, value, warnings: [] });
  });

  it.each(['', '54931234', '2C9312345', '1549312345'])('refuses %j', (text) => {
    expect(parseAdeli(text).ok).toBe(false);
  });
});

describe('parseProfessionalIdentifier', () => {
  it('F68 accepts a person without identifier, and no number without its kind', () => {
    expect(parseProfessionalIdentifier('none', ' ')).toEqual({ ok: true, value: null, warnings: [] });
    expect(parseProfessionalIdentifier('none', '99700218896').ok).toBe(false);
  });

  it('F68 reads the number by its kind', () => {
    expect(parseProfessionalIdentifier('rpps', '99700218896')).toMatchObject({ ok: true, value: '99700218896' });
    expect(parseProfessionalIdentifier('adeli', '549312345')).toMatchObject({ ok: true, value: '549312345' });
    expect(parseProfessionalIdentifier('adeli', '99700218896').ok).toBe(false);
  });
});
