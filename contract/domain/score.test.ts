import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMission, aMissionAsking, TODAY } from '../../tests/support/matching-pair.ts';
import { addDays } from './civil-date.ts';
import type { Mission } from './mission.ts';
import type { ScoreFacts, ScoreTermCode } from './score.ts';
import {
  DEFAULT_SCORE_WEIGHTS,
  mostPoints,
  overrideProblem,
  SCORE_TERMS,
  scoreOf,
  tensionOf,
  topReasons,
} from './score.ts';

const FACTS: ScoreFacts = {
  today: TODAY,
  postedOn: TODAY,
  alertShows: false,
  establishmentIsEhpad: false,
  tension: 0,
};
const day = fc.integer({ min: -30, max: 30 }).map((days) => addDays(TODAY, days));
const mission = fc
  .record({
    wanted: fc.integer({ min: 1, max: 9 }),
    accepted: fc.nat(8),
    start: day,
    asked: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  })
  .map(
    ({
      wanted,
      accepted,
      start,
      asked: [ehpadExperience = false, intensiveCareExperience = false, vaccinationHelp = false],
    }) =>
      aMissionAsking(
        { ehpadExperience, intensiveCareExperience, vaccinationHelp },
        { wanted, accepted: Math.min(accepted, wanted - 1), start, end: addDays(TODAY, 40) },
      ),
  );
const facts = fc.record({
  today: fc.constant(TODAY),
  postedOn: day,
  alertShows: fc.boolean(),
  establishmentIsEhpad: fc.boolean(),
  tension: fc.double({ min: 0, max: 50, noNaN: true }),
});
const weight = fc.nat(50);
const weights = fc.record({
  version: fc.nat(9),
  start: weight,
  startHorizonDays: fc.nat(30),
  uncovered: weight,
  age: weight,
  ageCapDays: fc.nat(30),
  ehpad: weight,
  intensiveCare: weight,
  vaccination: weight,
  alert: weight,
  tension: weight,
  tensionCap: fc.double({ min: 0, max: 10, noNaN: true }),
});

function pointsOf(given: Mission, more: Partial<ScoreFacts> = {}): number {
  return scoreOf(given, { ...FACTS, ...more })?.computed ?? Number.NaN;
}

describe('scoreOf', () => {
  it('D5 the terms add up to the score exactly, whatever the weights', () => {
    fc.assert(
      fc.property(mission, facts, weights, (given, known, chosen) => {
        const score = scoreOf(given, known, chosen);
        expect(score?.terms.reduce((sum, { points }) => sum + points, 0)).toBe(score?.computed);
        expect(score?.terms.map(({ code }) => code)).toEqual([...SCORE_TERMS]);
        expect(score?.weightsVersion).toBe(chosen.version);
        for (const { points, most, reason } of score?.terms ?? []) {
          expect(Number.isInteger(points) && points >= 0 && points <= most).toBe(true);
          expect(reason).not.toBe('');
        }
        expect(score?.computed).toBeLessThanOrEqual(mostPoints(chosen));
      }),
    );
  });

  it('D5 is monotonic: sooner, emptier, older, alerted, tenser is never less urgent', () => {
    fc.assert(
      fc.property(mission, facts, fc.nat(20), (given, known, more) => {
        const base = pointsOf(given, known);
        expect(pointsOf({ ...given, start: addDays(given.start, -more) }, known)).toBeGreaterThanOrEqual(base);
        expect(pointsOf({ ...given, accepted: Math.max(0, given.accepted - more) }, known)).toBeGreaterThanOrEqual(
          base,
        );
        expect(pointsOf(given, { ...known, postedOn: addDays(known.postedOn, -more) })).toBeGreaterThanOrEqual(base);
        expect(pointsOf(given, { ...known, alertShows: true })).toBeGreaterThanOrEqual(base);
        expect(pointsOf(given, { ...known, tension: known.tension + more })).toBeGreaterThanOrEqual(base);
      }),
    );
  });

  it.each<[string, Partial<Mission>]>([
    ['F57 SANS BESOIN', { wanted: 0 }],
    ['F59 filled', { accepted: 2 }],
    ['ended', { end: '2020-07-08' }],
    ['F164 closed', { closing: 'duplicate' }],
    ['F63 archived', { archived: true }],
  ])('%s missions have no score', (_title, changes) => {
    expect(scoreOf(aMission(changes), FACTS)).toBeNull();
  });

  it.each<[ScoreTermCode, Mission, Partial<ScoreFacts>, number, string]>([
    ['start', aMission({ start: TODAY }), {}, 30, "Commence aujourd'hui"],
    ['start', aMission({ start: '2020-07-16' }), {}, 15, 'Commence dans 7 jours'],
    ['start', aMission({ start: '2020-07-23' }), {}, 0, 'Commence dans 14 jours'],
    ['start', aMission({ start: '2020-07-08' }), {}, 30, 'Commencée depuis 1 jour'],
    ['uncovered', aMission({ accepted: 1 }), {}, 10, '1 sur 2 à pourvoir'],
    ['age', aMission(), { postedOn: '2020-07-02' }, 5, 'Besoin déposé depuis 7 jours'],
    ['age', aMission(), { postedOn: '2020-07-12' }, 0, 'Besoin déposé depuis 0 jour'],
    ['ehpad', aMission(), { establishmentIsEhpad: true }, 5, 'EHPAD'],
    ['intensive-care', aMissionAsking({ intensiveCareExperience: true }), {}, 10, 'Réanimation'],
    ['vaccination', aMissionAsking({ vaccinationHelp: true }), {}, 5, 'Vaccination'],
    ['alert', aMission(), { alertShows: true }, 10, 'Alerte au CCS'],
    ['tension', aMission(), { tension: 1.5 }, 8, 'Tension de la profession sur le territoire : 1,5'],
    ['tension', aMission(), { tension: 9 }, 20, 'Tension de la profession sur le territoire : 9,0'],
  ])('D5 F114 term %s', (code, given, more, points, reason) => {
    const term = scoreOf(given, { ...FACTS, ...more })?.terms.find((candidate) => candidate.code === code);
    expect(term).toMatchObject({ points, reason });
  });

  it('D5 a person overrides it with a reason, and the terms stay', () => {
    const override = { points: 95, reason: 'Fermeture de lits annoncée', by: 'person-1', at: 0 };
    const score = scoreOf(aMission(), { ...FACTS, override });
    expect(score).toMatchObject({ points: 95, computed: pointsOf(aMission()), override });
    expect(scoreOf(aMission(), FACTS)).toMatchObject({ points: pointsOf(aMission()), override: null });
  });

  it.each([
    [50, 'Fermeture de lits', null],
    [50, '  ', /pourquoi/],
    [-1, 'Motif', /entier/],
    [1.5, 'Motif', /entier/],
    [mostPoints(DEFAULT_SCORE_WEIGHTS) + 1, 'Motif', /entier/],
  ])('D5 an override of %d points because of %j', (points, reason, problem) => {
    const found = overrideProblem(points, reason, DEFAULT_SCORE_WEIGHTS);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });

  it('D5 says its three strongest reasons, without the empty ones', () => {
    const score = scoreOf(aMission({ start: TODAY }), { ...FACTS, alertShows: true });
    expect(score === null ? [] : topReasons(score)).toEqual([
      "Commence aujourd'hui (+30)",
      '2 sur 2 à pourvoir (+20)',
      'Alerte au CCS (+10)',
    ]);
  });

  it('D5 tension falls when people are free, and grows with the posts', () => {
    expect(tensionOf(8, 1)).toBe(4);
    expect(tensionOf(8, 0)).toBe(8);
    expect(tensionOf(0, 3)).toBe(0);
  });
});
