import { describe, expect, it } from 'vitest';
import { formatBytes, formatDay, formatHours, formatMoment, formatNumber, formatSeconds, plural } from './format.ts';

/** Intl puts narrow no-break spaces: a plain one reads better in a test. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('French words for figures', () => {
  it('F129 writes dates as lists show them', () => {
    expect(formatDay('2020-07-01')).toBe('1 juil. 2020');
    expect(formatDay(null)).toBe('—');
  });

  it('says none where an instant is none', () => {
    expect(formatMoment(null)).toBe('—');
    expect(formatMoment('not an instant')).toBe('—');
  });

  it.each([
    [0, '0 mission'],
    [1, '1 mission'],
    [2, '2 missions'],
    [1_834, '1 834 missions'],
  ])('counts %i in the plural that French wants', (count, words) => {
    expect(plain(plural(count, 'mission', 'missions'))).toBe(words);
  });

  it('groups thousands, and shortens hours, seconds, bytes', () => {
    expect(plain(formatNumber(1_834))).toBe('1 834');
    expect([formatHours(3.9), formatHours(24), formatHours(50), formatHours(-1)]).toEqual([
      '3 h',
      '1 j',
      '2 j 2 h',
      '0 h',
    ]);
    expect([formatSeconds(14), formatSeconds(95)]).toEqual(['14 s', '1 min 35 s']);
    expect([plain(formatBytes(84_000_000)), plain(formatBytes(12_000))]).toEqual(['84 Mo', '12 ko']);
  });
});
