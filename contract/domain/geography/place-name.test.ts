import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { districtNumber, foldPlaceName } from './place-name.ts';

describe('foldPlaceName', () => {
  it.each([
    ['VANDOEUVRE LES NANCY CEDEX', 'Vandœuvre-lès-Nancy'],
    ['ST DENIS CEDEX 9', 'Saint-Denis'],
    ['Ste Foy l’Argentière', "Sainte-Foy-l'Argentière"],
    ['PIERRE BENITE CEDEX', 'Pierre-Bénite'],
    ['  fort de   france cedex', 'Fort-de-France'],
    ['L HAY LES ROSES', "L'Haÿ-les-Roses"],
  ])('"%s" and "%s" are one name', (typed, official) => {
    expect(foldPlaceName(typed)).toBe(foldPlaceName(official));
  });

  it('keeps different names apart', () => {
    expect(foldPlaceName('Stains')).toBe('stains');
    expect(foldPlaceName('Saintes')).not.toBe(foldPlaceName('Saint-Es'));
    expect(foldPlaceName('CEDEX 2')).toBe('');
  });

  it('folds what it has folded into itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldPlaceName(foldPlaceName(name))).toBe(foldPlaceName(name));
      }),
    );
  });
});

describe('districtNumber', () => {
  it.each([
    ['MARSEILLE CEDEX 05', 5],
    ['PARIS CEDEX 13', 13],
    ['Paris 1er', 1],
    ['Lyon 3e Arrondissement', 3],
    ['Lyon 3ème', 3],
    ['Paris13', 13],
    ['PARIS', null],
    ['PARIS 75013', null],
    ['', null],
  ])('of "%s" is %j', (name, number) => {
    expect(districtNumber(name)).toBe(number);
  });
});
