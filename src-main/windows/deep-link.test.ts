import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeepLink } from './deep-link.ts';

describe('parseDeepLink', () => {
  it.each([
    ['renfortrh://missions', { window: 'missions' }],
    ['renfortrh://missions/', { window: 'missions' }],
    ['renfortrh://regulation-point', { window: 'regulation-point' }],
    ['renfortrh://mission/0191-ab', { subject: 'mission', id: '0191-ab' }],
    ['renfortrh://candidate/0191-ab/', { subject: 'candidate', id: '0191-ab' }],
    ['renfortrh://establishment/e-1', { subject: 'establishment', id: 'e-1' }],
  ])('S34 %s navigates', (address, expected) => {
    expect(parseDeepLink(address)).toEqual(expected);
  });

  it.each([
    'renfortrh://unknown/1',
    'renfortrh://missions/1',
    'renfortrh://mission',
    'renfortrh://settings/server',
    'renfortrh://mission/1?decide=close',
    'renfortrh://mission/1#x',
    'renfortrh://mission/../settings',
    'renfortrh://mission/%2e%2e',
    'renfortrh://mission/1/accept',
    'renfortrh:mission/1',
    'renfortrh://mission/1 --server https://autre.example',
    `renfortrh://mission/${'a'.repeat(65)}`,
    'RENFORTRH://missions',
    'https://missions',
    'renfortrh://toString',
    '',
  ])('S34 %j is nothing of ours', (address) => {
    expect(parseDeepLink(address)).toBeNull();
  });

  it('S34 reads, of a thousand texts, only those of its grammar', () => {
    const near = fc
      .array(fc.constantFrom('renfortrh', '://', 'missions', 'mission', '/', 'a1', '?', '#', '%00', '--', ' '), {
        maxLength: 9,
      })
      .map((pieces) => pieces.join(''));
    const property = fc.property(fc.oneof(near, fc.string()), (address) => {
      const link = parseDeepLink(address);
      if (link === null) return true;
      const rest = 'window' in link ? link.window : `${link.subject}/${link.id}`;
      return address.replace(/\/$/, '') === `renfortrh://${rest}`;
    });
    expect(fc.check(property, { numRuns: 1000 }).failed).toBe(false);
  });
});
