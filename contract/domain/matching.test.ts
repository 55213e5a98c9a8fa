import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCandidate, aMission, aMissionAsking, anOpening, TODAY } from '../../tests/support/matching-pair.ts';
import type { Candidate } from './candidate.ts';
import type { MatchContext, MatchWall } from './matching.ts';
import { MATCH_WALL_LABELS, MATCH_WALLS, matchWalls } from './matching.ts';
import type { Mission } from './mission.ts';

const CONTEXT: MatchContext = { today: TODAY, openings: [] };
const BRETON: Partial<Candidate> = { agency: 4, departement: '29', mobilisation: 'national' };
const PLATFORM = [{ kind: 'territorial', poolId: 'pool-33' }] as const;
const NURSES = { vaccinationHelp: true, vaccinationProfessions: ['infirmier-diplome-etat', 'sage-femme'] } as const;

type Case = [string, Mission, Partial<Candidate>, Partial<MatchContext>, MatchWall[]];

const CASES: Case[] = [
  ['the free person of the region', aMission(), {}, {}, []],
  ['F93 another profession', aMission(), { profession: 'sage-femme' }, {}, ['profession']],
  ['F94 weekends asked, not given', aMissionAsking({ weekends: true }), {}, {}, ['weekends']],
  ['F94 weekends asked and given', aMissionAsking({ weekends: true }), { worksWeekends: true }, {}, []],
  ['F94 weekends given, not asked', aMission(), { worksWeekends: true }, {}, []],
  ['F95 vehicle asked, not owned', aMissionAsking({ vehicle: true }), {}, {}, ['vehicle']],
  ['F95 vehicle asked and owned', aMissionAsking({ vehicle: true }), { hasVehicle: true }, {}, []],
  [
    'F96 vaccination: eligible and ticked',
    aMissionAsking(NURSES),
    { profession: 'sage-femme', helpsVaccination: true },
    {},
    [],
  ],
  ['F96 vaccination: eligible, not ticked', aMissionAsking(NURSES), { profession: 'sage-femme' }, {}, ['vaccination']],
  ['F96 vaccination: ticked, not eligible', aMissionAsking(NURSES), { helpsVaccination: true }, {}, ['vaccination']],
  ['F97 dates that do not fit are no wall', aMission(), { availableUntil: '2020-06-30' }, {}, []],
  [
    'F98 EHPAD and intensive care are no walls',
    aMissionAsking({ ehpadExperience: true, intensiveCareExperience: true, vaccinationExperience: true }),
    {},
    {},
    [],
  ],
  ['F98 specialty is no wall', aMission({ specialty: 'SM18' }), {}, {}, []],
  ['F77 a person to verify is no wall', aMission(), { verification: 'to-verify' }, {}, []],
  [
    'F70 a local one of another département of the region',
    aMission(),
    { departement: '10', mobilisation: 'local' },
    {},
    [],
  ],
  ['another region, nothing open', aMission(), BRETON, {}, ['region']],
  ['F108 another region, opened', aMission(), BRETON, { openings: [anOpening()] }, []],
  ['another region, by decision of the CCS', aMission(), BRETON, { nationalDecision: true }, []],
  [
    'another region, by decision, but not mobilised nationally',
    aMission(),
    { ...BRETON, mobilisation: 'departemental' },
    { nationalDecision: true },
    ['mobilisation'],
  ],
  [
    'another region, nothing open, not mobilised',
    aMission(),
    { ...BRETON, mobilisation: 'local' },
    {},
    ['region', 'mobilisation'],
  ],
  ['no ARS, nothing open', aMission(), { ...BRETON, agency: null }, {}, ['region']],
  ['F151 a platform serves its members only', aMission(), { pools: PLATFORM }, {}, ['territorial-pool']],
  ['F151 a member of the platform', aMission({ territorialPools: ['pool-33'] }), { pools: PLATFORM }, {}, []],
  [
    'F4 one person, several pools',
    aMission(),
    { pools: [...PLATFORM, { kind: 'regional-volunteers', poolId: 'pool-6' }] },
    {},
    [],
  ],
  [
    'F147 only in the Réserve sanitaire',
    aMission(),
    { pools: [{ kind: 'reserve-sanitaire', poolId: 'p' }] },
    {},
    ['unlisted-pool'],
  ],
  ['F79 unavailable', aMission(), { availability: 'unavailable' }, {}, ['unavailable']],
  ['F82 assigned', aMission(), { engagement: 'assigned' }, {}, ['assigned']],
  ['F85 held by an establishment', aMission(), { engagement: 'contacted' }, {}, ['contacted']],
  ['F80 proposed elsewhere is no wall', aMission(), { engagement: 'proposed', openProposals: 2 }, {}, []],
  ['F80 three proposals already', aMission(), { engagement: 'proposed', openProposals: 3 }, {}, ['too-many-proposals']],
  [
    'an assignment whose dates touch the mission',
    aMission(),
    { assignments: [{ from: '2020-07-01', until: '2020-07-13' }] },
    {},
    ['overlapping-assignment'],
  ],
  [
    'an assignment that ends the day before',
    aMission(),
    { assignments: [{ from: '2020-07-01', until: '2020-07-12' }] },
    {},
    [],
  ],
  ['F83 refused for this mission', aMission(), {}, { pair: 'refused' }, ['refused-pair']],
  ['F83 refused, taken up again by hand', aMission(), {}, { pair: 'refused', retriedByHand: true }, []],
  ['already proposed for this mission', aMission(), {}, { pair: 'live' }, ['live-pair']],
  ['F59 filled', aMission({ accepted: 2 }), {}, {}, ['mission-not-open']],
  ['F57 no need', aMission({ wanted: 0 }), {}, {}, ['mission-not-open']],
];

describe('matchWalls', () => {
  it.each(CASES)('%s', (_title, mission, candidate, context, walls) => {
    expect(matchWalls(mission, aCandidate(candidate), { ...CONTEXT, ...context })).toEqual(walls);
  });

  it('every wall stops someone in this table, and has its French sentence', () => {
    const shown = new Set(CASES.flatMap(([, , , , walls]) => walls));
    expect([...shown].sort()).toEqual([...MATCH_WALLS].sort());
    for (const wall of MATCH_WALLS) expect(MATCH_WALL_LABELS[wall]).toMatch(/\.$/);
  });

  it('F93 asking less never adds a wall', () => {
    const asked = fc.record({ vehicle: fc.boolean(), weekends: fc.boolean() });
    const person = fc.record({
      hasVehicle: fc.boolean(),
      worksWeekends: fc.boolean(),
      profession: fc.constantFrom('aide-soignant', 'sage-femme' as const),
      engagement: fc.constantFrom('none', 'contacted', 'assigned' as const),
      agency: fc.constantFrom(4, 6 as const),
    });
    fc.assert(
      fc.property(asked, person, (requirements, facts) => {
        const candidate = aCandidate(facts);
        const strict = matchWalls(aMissionAsking(requirements), candidate, CONTEXT);
        const relaxed = matchWalls(aMission(), candidate, CONTEXT);
        expect(strict).toEqual(expect.arrayContaining([...relaxed]));
        expect(new Set(strict).size).toBe(strict.length);
      }),
    );
  });
});
