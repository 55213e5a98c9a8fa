import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCandidate, aMission, aMissionAsking } from '../../tests/support/matching-pair.ts';
import type { HintCode, MatchHint } from './match-hint.ts';
import { matchHints } from './match-hint.ts';
import type { RankedMatch } from './match-rank.ts';
import { matchPoints, rank } from './match-rank.ts';

const find = (hints: readonly MatchHint[], code: HintCode): MatchHint | undefined =>
  hints.find((hint) => hint.code === code);

describe('matchHints', () => {
  it.each([
    ['2020-07-01', null, 30],
    ['2020-07-13', '2020-07-31', 30],
    ['2020-07-16', null, 15],
    ['2020-07-17', null, 0],
    ['2020-07-01', '2020-07-28', 15],
    ['2020-07-01', '2020-07-27', 0],
  ])('F97 free from %s to %s: %d points, the person is never excluded', (availableFrom, availableUntil, points) => {
    const hints = matchHints(aMission(), aCandidate({ availableFrom, availableUntil }), null);
    expect(find(hints, 'dates')?.points).toBe(points);
  });

  it.each([
    [0, 25],
    [10, 25],
    [10.1, 20],
    [60, 13],
    [120, 5],
    [121, 0],
  ])('F126 at %d km: %d points', (distance, points) => {
    expect(find(matchHints(aMission(), aCandidate(), distance), 'distance')?.points).toBe(points);
  });

  it('F126 an unknown place gives no hint of distance', () => {
    expect(find(matchHints(aMission(), aCandidate(), null), 'distance')).toBeUndefined();
  });

  it('F98 experience counts only when it is asked, and says when it is missing', () => {
    const mission = aMissionAsking({ ehpadExperience: true, intensiveCareExperience: true });
    const hints = matchHints(mission, aCandidate({ hasEhpadExperience: true, hasVaccinationExperience: true }), null);
    expect(find(hints, 'ehpad')).toEqual({ code: 'ehpad', points: 10, reason: 'Expérience en EHPAD.' });
    expect(find(hints, 'intensive-care')).toMatchObject({ points: 0, reason: 'Sans expérience en réanimation.' });
    expect(find(hints, 'vaccination')).toBeUndefined();
  });

  it('F53 the specialty counts when it is asked', () => {
    const mission = aMission({ specialty: 'SM18' });
    expect(find(matchHints(mission, aCandidate({ specialty: 'SM18' }), null), 'specialty')?.points).toBe(15);
    expect(find(matchHints(mission, aCandidate({ specialty: 'SM41' }), null), 'specialty')?.points).toBe(0);
    expect(find(matchHints(aMission(), aCandidate({ specialty: 'SM18' }), null), 'specialty')).toBeUndefined();
  });

  it.each([
    ['local', '54', 10],
    ['departemental', '54', 10],
    ['local', '10', 0],
    ['departemental', '10', 0],
    ['national', '10', 10],
  ] as const)('F70 mobilisation %s from %s: %d points', (mobilisation, departement, points) => {
    const hint = find(matchHints(aMission(), aCandidate({ mobilisation, departement }), null), 'mobilisation');
    expect(hint?.points).toBe(points);
  });

  it('F77 a verified person is a better answer', () => {
    const hints = matchHints(aMission(), aCandidate({ verification: 'to-verify' }), null);
    expect(find(hints, 'verification')).toMatchObject({ points: 0, reason: 'Pièces à vérifier.' });
  });

  it('D4 every hint has its reason, and whole points that are never negative; nearer is never worse', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2_000, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (km, more) => {
          const near = matchHints(aMission(), aCandidate(), km);
          for (const hint of near) {
            expect(Number.isInteger(hint.points) && hint.points >= 0).toBe(true);
            expect(hint.reason).toMatch(/\.$/);
          }
          const far = matchHints(aMission(), aCandidate(), km + more);
          expect(matchPoints(near)).toBeGreaterThanOrEqual(matchPoints(far));
        },
      ),
    );
  });
});

describe('rank', () => {
  const match = fc.record({
    candidateId: fc.uuid(),
    distance: fc.option(fc.nat(50)),
    hints: fc.array(fc.record({ code: fc.constant<HintCode>('dates'), points: fc.nat(3), reason: fc.constant('.') })),
  });

  it('D4 same people, same order, whatever the order they came in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(match, { selector: ({ candidateId }) => candidateId, maxLength: 12 }), (given) => {
        const ranked = rank(given);
        expect(rank([...given].reverse())).toEqual(ranked);
        const points = ranked.map(({ hints }) => matchPoints(hints));
        expect(points).toEqual([...points].sort((left, right) => right - left));
      }),
    );
  });

  it('D4 at equal points the nearest comes first, an unknown place last', () => {
    const at = (candidateId: string, distance: number | null): RankedMatch => ({ candidateId, distance, hints: [] });
    const ranked = rank([at('c', null), at('b', 20), at('d', 3), at('a', 20)]);
    expect(ranked.map(({ candidateId }) => candidateId)).toEqual(['d', 'a', 'b', 'c']);
  });
});
