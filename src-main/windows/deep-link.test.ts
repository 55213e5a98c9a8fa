import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeepLink } from './deep-link.ts';

describe('parseDeepLink', () => {
  it.each([
    ['renfort-regulation://missions', { window: 'missions', subjectId: null }],
    ['renfort-regulation://missions/', { window: 'missions', subjectId: null }],
    ['renfort-regulation://candidates/0191-ab', { window: 'candidates', subjectId: '0191-ab' }],
  ])('S34 %s navigates', (address, expected) => {
    expect(parseDeepLink(address)).toEqual(expected);
  });

  it.each([
    'renfort-regulation://unknown/1',
    'renfort-regulation://missions/1?decide=close',
    'renfort-regulation://missions/1#x',
    'renfort-regulation://missions/../settings',
    'renfort-regulation://missions/%2e%2e',
    'renfort-regulation:missions',
    'renfort-regulation://missions/1 --server https://autre.example',
    'RENFORT-REGULATION://missions',
    'https://missions',
    'renfort-regulation://toString',
    '',
  ])('S34 %j is nothing of ours', (address) => {
    expect(parseDeepLink(address)).toBeNull();
  });

  it('S34 reads, of a thousand texts, only those of its grammar', () => {
    const near = fc
      .array(fc.constantFrom('renfort-regulation', '://', 'missions', '/', 'a1', '?', '#', '%00', '--', ' '), {
        maxLength: 9,
      })
      .map((pieces) => pieces.join(''));
    const property = fc.property(fc.oneof(near, fc.string()), (address) => {
      const link = parseDeepLink(address);
      const rest = link?.subjectId == null ? '' : `/${link.subjectId}`;
      return link === null || address.replace(/\/$/, '') === `renfort-regulation://${link.window}${rest}`;
    });
    expect(fc.check(property, { numRuns: 1000 }).failed).toBe(false);
  });
});
