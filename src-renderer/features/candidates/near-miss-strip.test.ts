import { describe, expect, it } from 'vitest';
import { MATCH_WALLS } from '../../../contract/domain/matching.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { relaxedWords, usefulWalls } from './near-miss-strip.tsx';

const wall = (name: string, gain: number) => ({ wall: name, label: 'La personne n’y est pas.', gain });

describe('near miss', () => {
  it('D10 says what its relaxation would bring, in French', () => {
    expect(relaxedWords(wall('weekends', 14))).toBe('sans le week-end : +14');
    expect(relaxedWords(wall('another', 1))).toBe('La personne n’y est pas : +1');
  });

  it('has words for every wall of the domain', () => {
    expect(MATCH_WALLS.filter((name) => FR_WINDOWS.nearMiss.relaxed[name] === undefined)).toEqual([]);
  });

  it('keeps the four that bring most, and none that brings nobody', () => {
    const walls = [
      wall('vehicle', 2),
      wall('region', 0),
      wall('weekends', 14),
      wall('contacted', 3),
      wall('assigned', 1),
      wall('live-pair', 5),
    ];
    expect(usefulWalls(walls).map(({ gain }) => gain)).toEqual([14, 5, 3, 2]);
  });
});
