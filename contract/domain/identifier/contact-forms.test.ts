import { describe, expect, it } from 'vitest';
import { parseGid } from './gid.ts';
import { formatPhoneNumber, parsePhoneNumber } from './phone-number.ts';
import { parsePostalCodeForm } from './postal-code-form.ts';

describe('parseGid', () => {
  it.each(['GID01234', ' gid-01 234', 'Gid.01234'])('F28 reads %j as one centre', (text) => {
    expect(parseGid(text)).toEqual({ ok: true, value: 'GID01234', warnings: [] });
  });

  it.each(['', 'A', 'x'.repeat(21), 'GID#1', '=1+1'])('F47 refuses %j', (text) => {
    expect(parseGid(text).ok).toBe(false);
  });
});

describe('parsePhoneNumber', () => {
  it.each([
    ['06 39 98 01 23', '0639980123'],
    ['+33 (0)6 39 98 01 23', '0639980123'],
    ['0033639980123', '0639980123'],
    ['+33639980123', '0639980123'],
    ['+590 590 12 34 56', '0590123456'],
    ['+262 (0)262 12 34 56', '0262123456'],
    ['03.83.12.34.56', '0383123456'],
  ])('reads %j as %s', (text, value) => {
    expect(parsePhoneNumber(text)).toEqual({ ok: true, value, warnings: [] });
  });

  it('F44 puts back the zero that a spreadsheet ate, and keeps foreign numbers, both with a warning', () => {
    const repaired = parsePhoneNumber('639980123');
    expect(repaired).toMatchObject({ value: '0639980123' });
    expect(repaired.ok && repaired.warnings[0]).toMatch(/zéro/);
    expect(parsePhoneNumber('+32 470 12 34 56')).toMatchObject({
      value: '+32470123456',
      warnings: ['Numéro étranger.'],
    });
  });

  it.each(['', '15', '0039', '06 39 98 01', '+33 6 39', 'poste 12', '06399801234'])('refuses %j', (text) => {
    expect(parsePhoneNumber(text).ok).toBe(false);
  });

  it('writes pairs of digits', () => {
    expect(formatPhoneNumber('0639980123')).toBe('06 39 98 01 23');
    expect(formatPhoneNumber('+32470123456')).toBe('+32470123456');
  });
});

describe('parsePostalCodeForm', () => {
  it.each([
    ['54000', '54000'],
    ['54 000', '54000'],
    ['F-54000', '54000'],
    ['54035 CEDEX', '54035'],
    ['75653 Cedex 13', '75653'],
    ['97133', '97133'],
  ])('F45 reads %j as %s', (text, value) => {
    expect(parsePostalCodeForm(text)).toEqual({ ok: true, value, warnings: [] });
  });

  it('F45 puts back the zero that a spreadsheet ate, and says so', () => {
    const result = parsePostalCodeForm('1000');
    expect(result).toMatchObject({ ok: true, value: '01000' });
    expect(result.ok && result.warnings).toHaveLength(1);
  });

  it.each(['', '540', '540000', '00100', '99123', 'Nancy'])('F45 refuses %j', (text) => {
    expect(parsePostalCodeForm(text).ok).toBe(false);
  });
});
