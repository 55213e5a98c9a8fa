/** The packed rules beside the rules of contract/domain, pair by pair: same walls, same points, same order, same counts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../../contract/domain/geography/distance.ts';
import { matchHints } from '../../../contract/domain/match-hint.ts';
import { matchPoints, rank } from '../../../contract/domain/match-rank.ts';
import { MATCH_WALLS, matchWalls } from '../../../contract/domain/matching.ts';
import { nearMiss, RELAXABLE_WALLS } from '../../../contract/domain/near-miss.ts';
import { candidateFactsOf } from '../../../contract/national/facts/candidate-facts.ts';
import { openingFacts } from '../../../contract/national/facts/opening-facts.ts';
import { promisedDays } from '../../../contract/national/facts/promised-days.ts';
import { CANDIDATE_COLUMNS } from '../../../contract/national/rows/candidate-row.ts';
import { MISSION_COLUMNS } from '../../../contract/national/rows/mission-row.ts';
import type { OpeningRow, PoolRow } from '../../../contract/national/rows/regulation-rows.ts';
import { OPENING_COLUMNS, POOL_COLUMNS } from '../../../contract/national/rows/regulation-rows.ts';
import { blankRow } from '../../../tests/support/blank-row.ts';
import type { EngagingProposal } from '../../store/queries/read-relations.ts';
import type { CandidateViewRow, MissionViewRow } from '../../store/views/view-rows.ts';
import { relaxations } from '../queries/near-miss.ts';
import { CandidateTable } from '../tables/candidate-table.ts';
import { MissionTable } from '../tables/mission-table.ts';
import { Matches, rankMatches } from './match-mission.ts';
import { Relations } from './relations.ts';
import { wallBits } from './wall-bits.ts';

const NOW = Date.parse('2020-11-15T10:00:00Z');
const TODAY = '2020-11-15';
const PROFESSIONS = ['infirmier-diplome-etat', 'aide-soignant', 'medecin'];
const pick = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const bit = pick(0 as const, 1 as const);
const somewhere = fc.option(fc.double({ min: 48, max: 49.5, noNaN: true }), { nil: null });

const POOLS = [
  { id: 'pt-1', kind: 'territorial', openToAll: 0, supportEstablishmentId: 'e-9', memberEstablishments: '["e-1"]' },
  { id: 'pt-2', kind: 'territorial', openToAll: 1, supportEstablishmentId: null, memberEstablishments: '[]' },
  { id: 'rv-6', kind: 'regional-volunteers', openToAll: 0, supportEstablishmentId: null, memberEstablishments: '[]' },
  { id: 'rs', kind: 'reserve-sanitaire', openToAll: 0, supportEstablishmentId: null, memberEstablishments: '[]' },
].map((patch) => ({ ...blankRow(POOL_COLUMNS), ...patch })) as unknown as PoolRow[];

const missionArb: fc.Arbitrary<MissionViewRow> = fc
  .record({
    establishmentId: pick('e-1', 'e-2'),
    agency: pick(6, 4, null),
    departement: pick('54', '57'),
    latitude: somewhere,
    longitude: pick(6, 6.5),
    profession: pick(...PROFESSIONS),
    specialty: pick(null, null, 'anesthesie-reanimation'),
    headcount: pick(0, 2, 3),
    accepted: pick(0, 0, 2),
    startDate: pick('2020-11-10', '2020-11-16'),
    endDate: pick('2020-11-14', '2020-11-30'),
    ehpad: bit,
    intensiveCare: bit,
    vehicle: bit,
    weekend: bit,
    vaccinationHelp: pick(0 as const, 0 as const, 1 as const),
    vaccinationExperience: bit,
    vaccinationProfessions: pick('[]', '["medecin","aide-soignant"]'),
    state: pick('open', 'open', 'open', 'closed'),
  })
  .map(
    (patch) =>
      ({
        ...blankRow(MISSION_COLUMNS),
        createdAt: '2020-11-10T08:00:00.000Z',
        priority: 'none',
        ...patch,
        id: 'm-1',
        hasOpenIntent: 0,
        hasConflict: 0,
      }) as unknown as MissionViewRow,
  );

const candidateArb: fc.Arbitrary<CandidateViewRow> = fc
  .record({
    agency: pick(6, 6, 4, null),
    departement: pick('54', '57', '35'),
    latitude: somewhere,
    longitude: pick(6.1, 6.4, null),
    profession: pick(...PROFESSIONS),
    specialty: pick(null, 'anesthesie-reanimation'),
    mobilisation: pick('local', 'departemental', 'national', 'national'),
    startDate: pick('2020-11-01', '2020-11-12', '2020-11-18', '2020-12-24'),
    endDate: pick(null, '2020-11-28', '2020-11-20'),
    vehicle: bit,
    weekend: bit,
    ehpad: bit,
    intensiveCare: bit,
    vaccinationHelp: bit,
    vaccinationExperience: bit,
    pools: pick('[]', '["rv-6"]', '["pt-1"]', '["pt-2","rs"]', '["pt-1","rv-6"]', '["rs"]', '["unknown"]'),
    poolKinds: pick(0, 0, 8, 16, 32, 4),
    verification: pick('verified', 'to-verify'),
    availability: pick('available', 'available', 'available', 'unavailable'),
    engagement: pick('none', 'none', 'none', 'proposed', 'contacted', 'assigned'),
    openProposals: pick(0, 0, 2, 3),
  })
  .map(
    (patch) =>
      ({ ...blankRow(CANDIDATE_COLUMNS), ...patch, hasOpenIntent: 0, hasConflict: 0 }) as unknown as CandidateViewRow,
  );

const openingArb: fc.Arbitrary<OpeningRow> = fc
  .record({
    state: pick('active', 'active', 'paused'),
    receiverAgency: pick(6, 4),
    receiverMissions: pick(null, null, '["m-1"]', '["m-2"]'),
    lenderAgencies: pick(null, '[4]', '[6]'),
    poolKinds: pick(4, 8 | 4, 63),
    professions: pick('[]', '["medecin"]'),
    specialties: pick('[]', '["anesthesie-reanimation"]'),
    mobilisations: pick('["national"]', '["local","national"]'),
    untilDate: pick('2020-11-14', '2020-12-01'),
  })
  .map(
    (patch) =>
      ({
        ...blankRow(OPENING_COLUMNS),
        fromDate: '2020-11-01',
        createdAt: '2020-11-01T08:00:00.000Z',
        ...patch,
      }) as unknown as OpeningRow,
  );

const proposalArb = fc.record({
  missionId: pick('m-1', 'm-1', 'm-2'),
  candidate: fc.nat(30),
  state: pick('open', 'contacted', 'accepted', 'refused', 'ended-early', 'ended'),
  startDate: pick('2020-11-10', null),
  endDate: pick('2020-11-15', '2020-11-14', '2020-11-20', null),
});

function situation(
  candidates: readonly CandidateViewRow[],
  openings: readonly OpeningRow[],
  drawn: readonly { candidate: number }[],
) {
  const rows = candidates.map((row, index) => ({ ...row, id: `c-${index}` }));
  const proposals = drawn.map(
    ({ candidate, ...proposal }, index) =>
      ({
        missionAgency: 6,
        ...proposal,
        id: `p-${index}`,
        candidateId: `c-${candidate % Math.max(1, rows.length)}`,
      }) as EngagingProposal,
  );
  const relations = new Relations();
  relations.setPools(POOLS);
  relations.setOpenings(openings.map((row, index) => ({ ...row, id: `o-${index}` })));
  relations.replaceProposals(proposals);
  const table = new CandidateTable(relations);
  for (const row of rows) table.write(row, NOW);
  return { rows, proposals, relations, table, missions: new MissionTable(relations, new Map()) };
}

const PROPERTY = [
  missionArb,
  fc.array(candidateArb, { minLength: 1, maxLength: 25 }),
  fc.array(openingArb, { maxLength: 3 }),
  fc.array(proposalArb, { maxLength: 6 }),
] as const;

describe('packed matching', () => {
  it('F93 F98 gives the walls, points and order of the rules, counts the same supply and the same near misses', () => {
    fc.assert(
      fc.property(...PROPERTY, (missionRow, drawnCandidates, openingRows, drawn) => {
        const { rows, proposals, relations, table, missions } = situation(drawnCandidates, openingRows, drawn);
        const mission = missions.facts(missionRow);
        const terms = missions.terms(missionRow, table, NOW);
        const openings = openingRows.map((row, index) => openingFacts({ ...row, id: `o-${index}` }));
        const pairs = relations.pairsOf('m-1');
        const judged = rows.map((row) => {
          const own = proposals.filter(({ candidateId }) => candidateId === row.id);
          const pools = (JSON.parse(row.pools) as string[])
            .map((id) => POOLS.find((pool) => pool.id === id))
            .filter((pool) => pool !== undefined);
          const facts = candidateFactsOf(row, pools, {
            engagement: row.engagement as 'none',
            assignments: promisedDays(own, NOW),
            openProposals: row.openProposals,
          });
          const context = { today: TODAY, openings, pair: pairs.get(row.id) ?? ('none' as const) };
          const { latitude, longitude } = row;
          const isPlaced =
            latitude !== null && longitude !== null && missionRow.latitude !== null && missionRow.longitude !== null;
          const distance = isPlaced
            ? distanceKm(
                { latitude: missionRow.latitude ?? 0, longitude: missionRow.longitude ?? 0 },
                { latitude, longitude },
              )
            : null;
          return { row, facts, context, distance, walls: matchWalls(mission, facts, context) };
        });
        for (const { row, walls } of judged) {
          const bits = wallBits(terms, table.terms, table.image.slotOf(row.id) ?? -1);
          expect([row.id, MATCH_WALLS.filter((_, index) => (bits & (1 << index)) !== 0)]).toEqual([row.id, walls]);
        }
        const wanted = rank(
          judged
            .filter(({ walls }) => walls.length === 0)
            .map(({ row, facts, distance }) => ({
              candidateId: row.id,
              distance,
              hints: matchHints(mission, facts, distance),
              agency: row.agency,
            })),
        );
        const matches = new Matches(terms, table.terms);
        const found = rankMatches(matches, table.image.idRanks(), 0, matches.slots.length);
        expect(found.map((index) => [table.image.idAt(matches.slots[index] ?? -1), matches.points(index)])).toEqual(
          wanted.map(({ candidateId, hints }) => [candidateId, matchPoints(hints)]),
        );
        expect(rankMatches(new Matches(terms, table.terms), table.image.idRanks(), 1, 3)).toEqual(found.slice(1, 3));
        const own = wanted.filter(({ agency }) => agency === missionRow.agency).length;
        expect(table.supply.of(terms)).toEqual({ own, opened: wanted.length - own });
        const miss = nearMiss(
          mission,
          judged.map(({ facts }) => facts),
          (facts) => judged.find(({ row }) => row.id === facts.id)?.context ?? { today: TODAY, openings },
        );
        const gains = miss.walls
          .filter(({ wall, alone }) => alone > 0 && RELAXABLE_WALLS.includes(wall))
          .map(({ wall, alone }) => [wall, alone]);
        const told = relaxations(terms, table.terms);
        expect(told.matching).toBe(miss.matching);
        expect(Object.fromEntries(told.walls.map(({ wall, gain }) => [wall, gain]))).toEqual(Object.fromEntries(gains));
      }),
      { numRuns: 1500 },
    );
  });

  it('counts the same supply after any changes as if it had never counted before', () => {
    fc.assert(
      fc.property(
        ...PROPERTY,
        fc.array(fc.tuple(fc.nat(24), fc.option(candidateArb)), { maxLength: 12 }),
        (missionRow, drawnCandidates, openingRows, drawn, changes) => {
          const { rows, proposals, relations, table, missions } = situation(drawnCandidates, openingRows, drawn);
          const known = new Map(rows.map((row) => [row.id, row]));
          const supplyOf = (of: CandidateTable) => of.supply.of(missions.terms(missionRow, of, NOW));
          supplyOf(table);
          for (const [index, change] of changes) {
            const id = `c-${index}`;
            if (change === null) {
              table.remove(id);
              known.delete(id);
            } else {
              table.write({ ...change, id }, NOW);
              known.set(id, { ...change, id });
            }
            supplyOf(table);
          }
          relations.replaceProposals(proposals);
          const fresh = new CandidateTable(relations);
          for (const row of known.values()) fresh.write(row, NOW);
          expect(supplyOf(table)).toEqual(supplyOf(fresh));
          expect(table.terms.freeIn('54', 'medecin')).toBe(fresh.terms.freeIn('54', 'medecin'));
        },
      ),
      { numRuns: 400 },
    );
  });
});
