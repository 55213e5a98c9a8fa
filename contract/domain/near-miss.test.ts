import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCandidate, aMissionAsking, TODAY } from '../../tests/support/matching-pair.ts';
import type { Candidate } from './candidate.ts';
import { matchWalls } from './matching.ts';
import { cheapestRelaxation, nearMiss } from './near-miss.ts';

const contextOf = () => ({ today: TODAY, openings: [] });
const MISSION = aMissionAsking({ vehicle: true, weekends: true });

describe('nearMiss', () => {
  it('D10 F100 tells how many each wall removes, alone and in all, and the cheapest relaxation', () => {
    const candidates: Candidate[] = [
      aCandidate({ id: 'matches', hasVehicle: true, worksWeekends: true }),
      aCandidate({ id: 'no vehicle', worksWeekends: true }),
      aCandidate({ id: 'no vehicle either', worksWeekends: true }),
      aCandidate({ id: 'no weekend', hasVehicle: true }),
      aCandidate({ id: 'neither' }),
      aCandidate({ id: 'held', hasVehicle: true, worksWeekends: true, engagement: 'contacted' }),
      aCandidate({ id: 'another profession', profession: 'sage-femme' }),
    ];
    const miss = nearMiss(MISSION, candidates, contextOf);
    expect(miss).toMatchObject({ considered: 6, matching: 1 });
    expect(miss.walls.map(({ wall, alone, total }) => [wall, alone, total])).toEqual([
      ['vehicle', 2, 3],
      ['weekends', 1, 2],
      ['contacted', 1, 1],
    ]);
    expect(cheapestRelaxation(miss)).toMatchObject({ wall: 'vehicle', alone: 2 });
  });

  it('D10 proposes nothing when no relaxation alone brings anyone', () => {
    const held = aCandidate({ hasVehicle: true, worksWeekends: true, engagement: 'contacted' });
    expect(cheapestRelaxation(nearMiss(MISSION, [aCandidate(), held], contextOf))).toBeNull();
    expect(cheapestRelaxation(nearMiss(MISSION, [], contextOf))).toBeNull();
  });

  it('F96 with vaccination help, those of an eligible profession are considered', () => {
    const mission = aMissionAsking({ vaccinationHelp: true, vaccinationProfessions: ['sage-femme'] });
    const candidates = [aCandidate({ profession: 'sage-femme' }), aCandidate()];
    const miss = nearMiss(mission, candidates, contextOf);
    expect(miss).toMatchObject({ considered: 1, matching: 0 });
    expect(cheapestRelaxation(miss)).toMatchObject({ wall: 'vaccination', alone: 1 });
  });

  it('D10 relaxing one wall brings exactly what it removed alone', () => {
    const person = fc.record({
      hasVehicle: fc.boolean(),
      worksWeekends: fc.boolean(),
      engagement: fc.constantFrom('none', 'contacted' as const),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 20 }), (people) => {
        const candidates = people.map(aCandidate);
        const miss = nearMiss(MISSION, candidates, contextOf);
        const relaxed = aMissionAsking({ weekends: true });
        const found = candidates.filter((one) => matchWalls(relaxed, one, contextOf()).length === 0).length;
        const vehicle = miss.walls.find(({ wall }) => wall === 'vehicle')?.alone ?? 0;
        expect(found - miss.matching).toBe(vehicle);
      }),
    );
  });
});
