import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMission, TODAY } from '../../tests/support/matching-pair.ts';
import { addDays } from './civil-date.ts';
import type { Mission, MissionState } from './mission.ts';
import { CLOSING_REASONS, coverLabel, mayArchive, mayWant, missionState, remainingPosts } from './mission.ts';

const mission = fc
  .record({
    wanted: fc.nat(5),
    accepted: fc.nat(5),
    end: fc.integer({ min: -3, max: 3 }).map((days) => addDays(TODAY, days)),
    closing: fc.option(fc.constantFrom(...CLOSING_REASONS)),
    archived: fc.boolean(),
  })
  .map(aMission);

describe('missionState', () => {
  it.each<[string, Partial<Mission>, MissionState]>([
    ['F57 nobody asked', { wanted: 0 }, 'without-need'],
    ['F58 none of two recruited', {}, 'open'],
    ['F60 one of two recruited', { accepted: 1 }, 'open'],
    ['F59 two of two recruited', { accepted: 2 }, 'filled'],
    ['last day', { start: '2020-07-01', end: TODAY }, 'open'],
    ['the day after the end', { end: '2020-07-08' }, 'ended'],
    ['filled, then ended', { accepted: 2, end: '2020-07-08' }, 'ended'],
    ['no need, then ended', { wanted: 0, end: '2020-07-08' }, 'ended'],
    ['F164 closed while open', { closing: 'duplicate' }, 'closed'],
    ['F164 closed with people assigned', { accepted: 1, closing: 'covered-elsewhere' }, 'closed'],
    ['F63 archived by an administrator', { end: '2020-07-08', archived: true }, 'archived'],
  ])('%s', (_title, changes, state) => {
    expect(missionState(aMission(changes), TODAY)).toBe(state);
  });

  it('F59 posts remain exactly while the mission is open', () => {
    fc.assert(
      fc.property(mission, (facts) => {
        const posts = remainingPosts(facts, TODAY);
        expect(posts > 0).toBe(missionState(facts, TODAY) === 'open');
        expect(posts === 0 || posts === facts.wanted - facts.accepted).toBe(true);
      }),
    );
  });

  it('F63 only finished or closed missions can be archived, once', () => {
    fc.assert(
      fc.property(mission, (facts) => {
        const allowed = mayArchive(facts, TODAY);
        expect(allowed).toBe(['ended', 'closed'].includes(missionState(facts, TODAY)));
        expect(mayArchive({ ...facts, archived: true }, TODAY)).toBe(false);
      }),
    );
  });
});

describe('the cover', () => {
  it('F58 reads POURVUE k/n', () => {
    expect(coverLabel({ accepted: 1, wanted: 2 })).toBe('POURVUE 1/2');
    expect(coverLabel({ accepted: 0, wanted: 0 })).toBe('POURVUE 0/0');
  });

  it.each([
    [0, 0, true],
    [2, 2, true],
    [1, 2, false],
    [-1, 0, false],
    [1.5, 0, false],
    [Number.NaN, 0, false],
  ])('n = %d with k = %d is legal: %s', (wanted, accepted, legal) => {
    expect(mayWant(wanted, accepted)).toBe(legal);
  });
});
