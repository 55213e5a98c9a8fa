import { describe, expect, it } from 'vitest';
import { initials } from './initials.ts';

describe('initials', () => {
  it.each([
    ['Camille Aubépine (ARS Grand-Est)', 'CA'],
    ['Jean-Noël de la Bruyère', 'JB'],
    ['Éloïse Églantine', 'ÉÉ'],
    ['Sacha', 'S'],
    ['', ''],
  ])('of « %s » are « %s »', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
