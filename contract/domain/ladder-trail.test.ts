import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LadderTrace } from './ladder-trail.ts';
import { asksGraduate, ladderTrail, stepOf, triedSteps } from './ladder-trail.ts';
import { LADDER_STEPS } from './solidarity-ladder.ts';

const MISSION = { agency: 6, departement: '54' };
const NURSE = { graduateRequired: true, specificSkill: false, platformMember: false };
const trace = (patch: Partial<LadderTrace>): LadderTrace => ({
  at: 1,
  pools: ['regional-volunteers'],
  agency: 6,
  departement: '54',
  outcome: 'ended-without',
  ...patch,
});

describe('the ladder of solidarity as it was tried', () => {
  it.each([
    ['professionals-of-territory', {}],
    ['region', { departement: '57' }],
    ['other-regions', { agency: 4, departement: '35' }],
    ['students-own-circuit', { pools: ['student-reserve', 'regional-volunteers'] as const }],
    ['territorial-platform', { pools: ['territorial'] as const }],
    ['other-regions', { pools: ['student-reserve'] as const, agency: null }],
  ] as const)('F148 somebody comes from %s', (step, patch) => {
    expect(stepOf(trace(patch), MISSION)).toBe(step);
  });

  it.each([
    ['infirmier-diplome-etat', true],
    ['aide-soignant', true],
    ['agent-de-service', false],
    ['etudiant-infirmier', false],
    ['non-soignant', false],
  ] as const)('F146 %s asks a diploma: %s', (profession, expected) => {
    expect(asksGraduate(profession)).toBe(expected);
  });

  it('F148 tells first and last time, how many, and what became of them', () => {
    const trail = ladderTrail(NURSE, MISSION, [
      trace({ at: 30, outcome: 'waiting' }),
      trace({ at: 10 }),
      trace({ at: 20, outcome: 'accepted' }),
    ]);
    expect(trail[0]).toEqual({
      step: 'professionals-of-territory',
      firstAt: 10,
      lastAt: 30,
      people: 3,
      accepted: 1,
      waiting: 1,
    });
    expect(triedSteps(trail)).toEqual(['professionals-of-territory']);
  });

  it('shows a step that was tried though the need does not call for it', () => {
    const trail = ladderTrail(NURSE, MISSION, [trace({ pools: ['student-reserve'] })]);
    expect(trail.map(({ step }) => step)).toEqual([
      'students-own-circuit',
      'professionals-of-territory',
      'region',
      'other-regions',
      'reserve-sanitaire',
    ]);
  });

  it('counts an opening or a request as a step tried, with nobody', () => {
    const trail = ladderTrail(NURSE, MISSION, [], { 'other-regions': [50, 40], 'reserve-sanitaire': [60] });
    expect(triedSteps(trail)).toEqual(['other-regions', 'reserve-sanitaire']);
    expect(trail.find(({ step }) => step === 'other-regions')).toMatchObject({ firstAt: 40, lastAt: 50, people: 0 });
  });

  it('keeps the order of the ladder and loses nobody, whatever happened', () => {
    const anyTrace = fc.record({
      at: fc.integer({ min: 0, max: 1000 }),
      pools: fc.subarray(['student-reserve', 'territorial', 'regional-volunteers'] as const),
      agency: fc.constantFrom(4, 6, null),
      departement: fc.constantFrom('54', '57', '35'),
      outcome: fc.constantFrom('waiting', 'accepted', 'ended-without'),
    }) as fc.Arbitrary<LadderTrace>;
    const need = fc.record({
      graduateRequired: fc.boolean(),
      specificSkill: fc.boolean(),
      platformMember: fc.boolean(),
    });
    fc.assert(
      fc.property(need, fc.array(anyTrace), (asked, traces) => {
        const trail = ladderTrail(asked, MISSION, traces);
        expect(trail.reduce((sum, { people }) => sum + people, 0)).toBe(traces.length);
        const places = trail.map(({ step }) => LADDER_STEPS.indexOf(step));
        expect(places).toEqual(places.toSorted((left, right) => left - right));
      }),
    );
  });
});
