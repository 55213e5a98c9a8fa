import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseSignInAddress } from './sign-in-address.ts';

describe('refuseSignInAddress', () => {
  it.each(['https://identite.example/auth', 'http://127.0.0.1:8123/oidc/auth?x=1'])('S15 opens %s', (address) => {
    expect(refuseSignInAddress(address)).toBeNull();
  });

  it.each([
    'http://identite.example/',
    'http://localhost:8123/',
    'http://127.0.0.1.example/',
    'file:///etc/hosts',
    '\\\\serveur\\partage',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://moi:secret@identite.example/',
    'https://identite.example@autre.example/',
    `https://identite.example/${'a'.repeat(2100)}`,
    '',
  ])('S15 refuses %s', (address) => {
    expect(refuseSignInAddress(address)).toMatch(/^L'adresse de connexion/);
  });

  it('S15 opens, of any text, only https or the loopback', () => {
    const property = fc.property(
      fc.oneof(fc.webUrl({ validSchemes: ['http', 'https', 'ftp', 'file'] }), fc.string()),
      (address) => {
        if (refuseSignInAddress(address) !== null) return true;
        const { protocol, hostname } = new URL(address);
        return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
      },
    );
    expect(fc.check(property, { numRuns: 1000 }).failed).toBe(false);
  });
});
