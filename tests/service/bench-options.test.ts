import { describe, expect, it } from 'vitest';
import { CASE_NAMES } from '../bench/cases.ts';
import { OptionsFault, readOptions } from '../bench/read-options.ts';

const faultOf = (...line: string[]): string => {
  try {
    readOptions(line);
    return '';
  } catch (error) {
    return error instanceof OptionsFault ? error.message : 'another error';
  }
};

describe('the options of the bench', () => {
  it('measures everything at the size of a region, three times, when nothing is asked', () => {
    const { size, rounds, only } = readOptions([]);
    expect({ size, rounds, only: [...only] }).toEqual({ size: 'region', rounds: 3, only: [...CASE_NAMES] });
  });

  it('measures the cases that are named, and the generation on which they stand', () => {
    const { only } = readOptions(['--size', 'nation', '--only', 'first-sync-stream, raw-floor']);
    expect([...only].sort()).toEqual(['first-sync-stream', 'generation', 'raw-floor']);
  });

  it('says in French which name does not exist, and which do', () => {
    const told = faultOf('--only', 'raw-floor,vitesse');
    expect(told).toContain('« vitesse » n’existe pas');
    expect(told).toContain('windows-of-desk');
    expect(faultOf('--only', ' , ')).toContain('aucune mesure n’est nommée');
  });

  it.each([
    [['--size', 'europe'], 'Taille inconnue'],
    [['--rounds', '0'], 'Il faut un passage au moins.'],
    [['--rounds', 'trois'], 'en chiffres'],
    [['--database', 'oracle'], 'Base inconnue'],
    [['--vite'], 'Options connues'],
  ])('refuses %j in a sentence', (line, sentence) => {
    expect(faultOf(...line)).toContain(sentence);
  });
});
