import { describe, expect, it } from 'vitest';
import { aCandidate, aMission, anOpening, TODAY } from '../../tests/support/matching-pair.ts';
import type { Candidate } from './candidate.ts';
import { MILLISECONDS_PER_HOUR } from './instant.ts';
import type { Mission } from './mission.ts';
import type { Opening } from './opening.ts';
import { initialOpeningState, mayObject, openingCovers } from './opening.ts';

const BRETON: Partial<Candidate> = { agency: 4, departement: '29', mobilisation: 'national' };

describe('openingCovers', () => {
  it.each<[string, Partial<Opening>, Partial<Candidate>, Partial<Mission>, boolean]>([
    ['F108 a lent candidate for the receiving region', {}, {}, {}, true],
    ['first day', { from: TODAY }, {}, {}, true],
    ['last day', { until: TODAY }, {}, {}, true],
    ['before its first day', { from: '2020-07-10' }, {}, {}, false],
    ['after its last day', { until: '2020-07-08' }, {}, {}, false],
    ['paused', { state: 'paused' }, {}, {}, false],
    ['awaiting the lender', { state: 'awaiting-agreement' }, {}, {}, false],
    ['closed', { state: 'closed' }, {}, {}, false],
    ['another region receives', {}, {}, { agency: 16 }, false],
    ['the mission is named', { receiver: { kind: 'missions', missionIds: ['mission-1'] } }, {}, {}, true],
    ['another mission is named', { receiver: { kind: 'missions', missionIds: ['mission-2'] } }, {}, {}, false],
    ['another region lends', { lenderAgencies: [16] }, {}, {}, false],
    ['all lend', { lenderAgencies: 'all' }, {}, {}, true],
    ['all lend, even where no ARS is', { lenderAgencies: 'all' }, { agency: null }, {}, true],
    ['one lends, the person has no ARS', {}, { agency: null }, {}, false],
    ['a pool that is not lent', {}, { pools: [{ kind: 'professional-reserve', poolId: 'p' }] }, {}, false],
    ['the profession is opened', { professions: ['aide-soignant'] }, {}, {}, true],
    ['another profession is opened', { professions: ['sage-femme'] }, {}, {}, false],
    ['a specialty is wanted, the person has none', { specialties: ['SM18'] }, {}, {}, false],
    ['the specialty is wanted', { specialties: ['SM18'] }, { specialty: 'SM18' }, {}, true],
    ['the mobilisation is not enough', {}, { mobilisation: 'local' }, {}, false],
  ])('%s', (_title, opening, candidate, mission, covered) => {
    const person = aCandidate({ ...BRETON, ...candidate });
    expect(openingCovers(anOpening(opening), person, aMission(mission), TODAY)).toBe(covered);
  });

  it('F147 members of the Réserve sanitaire are never listed', () => {
    const pools = [{ kind: 'reserve-sanitaire', poolId: 'p' }] as const;
    const opening = anOpening({ lenderPools: ['reserve-sanitaire'] });
    expect(openingCovers(opening, aCandidate({ ...BRETON, pools }), aMission(), TODAY)).toBe(false);
  });
});

describe('objection and agreement', () => {
  const hours = (count: number): number => count * MILLISECONDS_PER_HOUR;

  it('D6 a lender objects once, within 24 h', () => {
    expect(mayObject(anOpening(), 4, hours(24))).toBe(true);
    expect(mayObject(anOpening(), 4, hours(24.01))).toBe(false);
    expect(mayObject(anOpening(), 6, hours(1))).toBe(false);
    expect(mayObject(anOpening({ lenderAgencies: 'all' }), 6, hours(1))).toBe(true);
    expect(mayObject(anOpening({ state: 'closed' }), 4, hours(1))).toBe(false);
    const objection = { by: 'person-2', agency: 4, at: 0, reason: 'Tension en Bretagne', overruled: null } as const;
    expect(mayObject(anOpening({ objection }), 4, hours(1))).toBe(false);
  });

  it('D6 student reserves wait for the agreement of the lender', () => {
    expect(initialOpeningState(['regional-volunteers'])).toBe('active');
    expect(initialOpeningState(['regional-volunteers', 'student-reserve'])).toBe('awaiting-agreement');
  });
});
