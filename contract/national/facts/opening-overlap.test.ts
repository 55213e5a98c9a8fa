import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpeningColumns } from './opening-overlap.ts';
import { openingsContradict, openingsOverlap } from './opening-overlap.ts';

const TERMS: OpeningColumns = {
  receiverAgency: 6,
  receiverMissions: null,
  lenderAgencies: '[4,16]',
  poolKinds: 0b000100,
  professions: '["aide-soignant"]',
  specialties: '[]',
  mobilisations: '["national"]',
  fromDate: '2020-11-10',
  untilDate: '2020-11-20',
};
const terms = (patch: Partial<OpeningColumns>): OpeningColumns => ({ ...TERMS, ...patch });

const list = (...members: (string | number)[]) => fc.subarray(members).map((some) => JSON.stringify(some));
const anyTerms = fc.record<OpeningColumns>({
  receiverAgency: fc.constantFrom(4, 6),
  receiverMissions: fc.option(fc.constantFrom('["a"]', '["b"]', '["a","b"]')),
  lenderAgencies: fc.option(fc.constantFrom('[4]', '[6]', '[4,16]', '[6,16]')),
  poolKinds: fc.integer({ min: 1, max: 7 }),
  professions: list('aide-soignant', 'sage-femme'),
  specialties: list('SM18', 'SM40'),
  mobilisations: fc.constantFrom('["local"]', '["national"]', '["local","national"]'),
  fromDate: fc.constantFrom('2020-11-10', '2020-11-15'),
  untilDate: fc.constantFrom('2020-11-15', '2020-11-20'),
});

describe('two openings side by side', () => {
  it.each<[string, Partial<OpeningColumns>, boolean]>([
    ['the same words', {}, true],
    ['one lender in common', { lenderAgencies: '[16,18]' }, true],
    ['the whole country lends', { lenderAgencies: null }, true],
    ['all professions', { professions: '[]' }, true],
    ['days that touch', { fromDate: '2020-11-20', untilDate: '2020-11-30' }, true],
    ['some missions of the region', { receiverMissions: '["a"]' }, true],
    ['another receiver', { receiverAgency: 14 }, false],
    ['other lenders', { lenderAgencies: '[18]' }, false],
    ['another pool', { poolKinds: 0b000010 }, false],
    ['another profession', { professions: '["sage-femme"]' }, false],
    ['another mobilisation', { mobilisations: '["local"]' }, false],
    ['the days after', { fromDate: '2020-11-21', untilDate: '2020-11-30' }, false],
  ])('F108 overlap with %s: %s', (_words, patch, expected) => {
    expect(openingsOverlap(TERMS, terms(patch))).toBe(expected);
  });

  it('lets two openings serve different missions of one region', () => {
    expect(openingsOverlap(terms({ receiverMissions: '["a"]' }), terms({ receiverMissions: '["b"]' }))).toBe(false);
  });

  it.each<[string, Partial<OpeningColumns>, boolean]>([
    ['the receiver lends back', {}, true],
    ['another profession lends back', { professions: '["sage-femme"]' }, false],
    ['it lends back afterwards', { fromDate: '2020-12-01', untilDate: '2020-12-10' }, false],
    ['the whole country lends to the lender', { lenderAgencies: null }, false],
    ['somebody else receives from it', { receiverAgency: 14 }, false],
  ])('contradict when %s: %s', (_words, patch, expected) => {
    expect(openingsContradict(TERMS, terms({ receiverAgency: 4, lenderAgencies: '[6]', ...patch }))).toBe(expected);
  });

  it('say the same whichever comes first', () => {
    fc.assert(
      fc.property(anyTerms, anyTerms, (left, right) => {
        expect(openingsOverlap(left, right)).toBe(openingsOverlap(right, left));
        expect(openingsContradict(left, right)).toBe(openingsContradict(right, left));
        expect(openingsOverlap(left, left)).toBe(true);
      }),
    );
  });
});
