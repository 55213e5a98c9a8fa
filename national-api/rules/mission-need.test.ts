import { describe, expect, it } from 'vitest';
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import { needColumns, requireSaneNeed } from './mission-need.ts';

const TODAY = '2020-11-15';
const NEED: MissionNeed = {
  profession: 'medecin-autres-specialites',
  specialty: 'SM04',
  headcount: 1,
  startDate: '2020-11-16',
  endDate: '2020-11-30',
  ehpad: true,
  intensiveCare: false,
  vehicle: true,
  weekend: false,
  vaccinationHelp: false,
  vaccinationExperience: false,
  vaccinationProfessions: ['sage-femme', 'sage-femme'],
};

describe('requireSaneNeed', () => {
  it.each<[string, Partial<MissionNeed>]>([
    ['F53 a specialty of its profession', {}],
    ['F30 F57 nobody needed yet, today twice', { headcount: 0, startDate: TODAY, endDate: TODAY }],
    ['a need that began weeks ago', { startDate: '2020-10-01' }],
  ])('takes %s', (_title, change) => {
    expect(() => requireSaneNeed({ ...NEED, ...change }, TODAY)).not.toThrow();
  });

  it.each<[string, Partial<MissionNeed>, string]>([
    ['a day that does not exist', { startDate: '2020-02-30' }, 'date-unknown'],
    ['reversed dates', { startDate: '2020-12-01' }, 'dates-reversed'],
    ['an end already past', { startDate: '2020-11-01', endDate: '2020-11-14' }, 'date-out-of-range'],
    ['an end too far away', { endDate: '2022-12-01' }, 'date-out-of-range'],
    ['a specialty of another profession', { profession: 'sage-femme' }, 'unknown-specialty'],
    [
      'vaccination for nobody',
      { vaccinationHelp: true, vaccinationProfessions: [] },
      'vaccination-professions-required',
    ],
  ])('refuses %s with a sentence', (_title, change, code) => {
    expect(() => requireSaneNeed({ ...NEED, ...change }, TODAY)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(/^\p{Lu}.*\.$/u) }),
    );
  });
});

describe('needColumns', () => {
  it('F52 F54 holds flags as 0 or 1 and each profession once', () => {
    expect(needColumns(NEED)).toMatchObject({
      ehpad: 1,
      intensiveCare: 0,
      vehicle: 1,
      vaccinationProfessions: '["sage-femme"]',
    });
  });
});
