/** The published proportions of the demonstration (docs/nation.md), with their tolerances, for several seeds. */
import { beforeAll, describe, expect, it } from 'vitest';
import { isLate } from '../../contract/domain/account-request.ts';
import { blockedState } from '../../contract/domain/blocked-proposal.ts';
import { AGENCIES } from '../../contract/domain/geography/agency.ts';
import { missionState } from '../../contract/domain/mission.ts';
import { VITAL_SHARE_LIMIT } from '../../contract/domain/priority.ts';
import type { ProfessionCode } from '../../contract/domain/profession.ts';
import { professionOf } from '../../contract/domain/profession.ts';
import type { ProposalState } from '../../contract/domain/proposal.ts';
import { missionFacts } from '../../contract/national/facts/mission-facts.ts';
import { readPlaces } from '../../tests/support/read-places.ts';
import { WORLD_START } from '../../tests/support/world.ts';
import { drawNation } from './draw-nation.ts';
import { nationDay } from './nation-day.ts';
import type { NationDraft } from './nation-draft.ts';
import { planNation } from './nation-size.ts';

const places = readPlaces();
const { today } = nationDay(WORLD_START);

function share<Row>(rows: readonly Row[], wanted: (row: Row) => boolean): number {
  return rows.filter(wanted).length / rows.length;
}

function countBy<Row>(rows: readonly Row[], key: (row: Row) => string): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(rows, key)].map(([name, members]) => [name, members.length]));
}

describe.each([1, 2])('the demonstration of seed %i', (seed) => {
  const plan = planNation('demo', seed);
  let rows: NationDraft['rows'];
  beforeAll(() => {
    rows = drawNation(plan, places, WORLD_START).rows;
  });

  it('has 24,000 candidates and 2,400 missions in the 18 regions', () => {
    expect(rows.candidate.length).toBe(24_000);
    expect(rows.mission.length).toBe(2_400);
    for (const { code } of AGENCIES) {
      expect(rows.candidate.filter(({ agency }) => agency === code).length, `ARS ${code}`).toBeGreaterThan(30);
      expect(rows.mission.filter(({ agency }) => agency === code).length, `ARS ${code}`).toBeGreaterThan(0);
    }
    expect(rows.candidate.some(({ agency }) => agency === null)).toBe(true);
  });

  it('hits three regions: half of the needs, and more than twice the tension of the others', () => {
    const isHit = (agency: number | null) => plan.wave.some((code) => code === agency);
    const hit = share(rows.mission, ({ agency }) => isHit(agency));
    const perNeed = (inWave: boolean) =>
      rows.mission.filter(({ agency }) => isHit(agency) === inWave).length /
      rows.candidate.filter(({ agency }) => isHit(agency) === inWave).length;
    expect(plan.wave.length).toBe(3);
    expect(hit).toBeGreaterThan(0.35);
    expect(perNeed(true) / perNeed(false)).toBeGreaterThan(2);
  });

  it('has people in every status, in the published shares', () => {
    const engagement = (name: string) => share(rows.candidate, (one) => one.engagement === name);
    expect(engagement('assigned')).toBeGreaterThan(0.06);
    expect(engagement('assigned')).toBeLessThan(0.13);
    expect(engagement('contacted')).toBeGreaterThan(0.02);
    expect(engagement('contacted')).toBeLessThan(0.05);
    expect(engagement('proposed')).toBeGreaterThan(0.02);
    expect(engagement('proposed')).toBeLessThan(0.05);
    expect(share(rows.candidate, ({ verification }) => verification === 'to-verify')).toBeCloseTo(0.34, 1);
    expect(share(rows.candidate, ({ availability }) => availability === 'unavailable')).toBeCloseTo(0.06, 2);
    expect(share(rows.candidate, ({ mobilisation }) => mobilisation === 'national')).toBeCloseTo(0.3, 1);
    expect(share(rows.candidate, ({ endDate }) => endDate === null)).toBeCloseTo(0.36, 1);
  });

  it('F86 leaves at least 1 % of the candidates contacted for more than 48 h', () => {
    const blocked = rows.proposal.filter(
      ({ state, contactedAt }) =>
        contactedAt !== null &&
        blockedState({ state: state as ProposalState, since: Date.parse(contactedAt) }, WORLD_START) === 'blocked',
    );
    expect(blocked.length / rows.candidate.length).toBeGreaterThan(0.01);
  });

  it('has missions, proposals, alerts, openings and requests in each of their states', () => {
    const states = countBy(rows.mission, (row) => missionState(missionFacts(row), today));
    expect(Object.keys(states).sort()).toEqual(['archived', 'closed', 'ended', 'filled', 'open', 'without-need']);
    expect(states['open'] ?? 0).toBeGreaterThan(1_000);
    const proposals = countBy(rows.proposal, ({ state }) => state);
    for (const state of ['open', 'suspended', 'contacted', 'accepted', 'refused', 'withdrawn', 'released', 'lapsed']) {
      expect(proposals[state] ?? 0, state).toBeGreaterThan(20);
    }
    for (const state of ['ended', 'ended-early', 'cancelled']) expect(proposals[state] ?? 0, state).toBeGreaterThan(5);
    expect(Object.keys(countBy(rows.alert, ({ state }) => state)).length).toBe(5);
    expect(Object.keys(countBy(rows.opening, ({ state }) => state)).sort()).toEqual([
      'active',
      'awaiting-agreement',
      'closed',
      'paused',
    ]);
    expect(Object.keys(countBy(rows.accountRequest, ({ state }) => state)).length).toBe(5);
  });

  it('F24 F33 has at least 20 duplicate requests, and accounts that wait for more than a day', () => {
    const duplicates = rows.accountRequest.filter(({ state }) => state === 'duplicate');
    const known = new Set([...rows.account, ...rows.accountRequest].map(({ id }) => id));
    const late = rows.accountRequest.filter(({ state, submittedAt }) =>
      isLate(state as 'submitted', Date.parse(submittedAt), WORLD_START),
    );
    expect(duplicates.length).toBeGreaterThanOrEqual(20);
    expect(duplicates.every(({ duplicateOf }) => duplicateOf !== null && known.has(duplicateOf))).toBe(true);
    expect(late.length).toBeGreaterThanOrEqual(12);
  });

  it('has people who signed up twice, with the same e-mail or the same RPPS', () => {
    const emails = countBy(rows.candidate, ({ emailKey }) => emailKey ?? '');
    const identified = rows.candidate.filter(({ identifierKind }) => identifierKind === 'rpps');
    const numbers = countBy(identified, ({ identifier }) => identifier ?? '');
    expect(Object.values(emails).filter((count) => count > 1).length).toBeGreaterThan(20);
    expect(Object.values(numbers).filter((count) => count > 1).length).toBeGreaterThan(10);
  });

  it('has students, professionals and platforms in their pools', () => {
    const members = countBy(
      rows.candidate.flatMap(({ pools }) => JSON.parse(pools) as string[]),
      (id) => rows.pool.find((pool) => pool.id === id)?.kind ?? 'unknown',
    );
    const students = share(
      rows.candidate,
      ({ profession }) => professionOf(profession as ProfessionCode).family === 'student',
    );
    expect(students).toBeCloseTo(0.22, 1);
    expect(Object.keys(members).sort()).toEqual([
      'national-volunteers',
      'professional-reserve',
      'regional-volunteers',
      'student-reserve',
      'territorial',
    ]);
    expect(rows.pool.filter(({ kind }) => kind === 'reserve-sanitaire').length).toBe(1);
  });

  it('F101 F102 is in crisis mode in each hit region, for all professions or for some', () => {
    const active = rows.crisisMode.filter((mode) => mode.active === 1);
    expect([...new Set(active.map(({ agency }) => agency))].sort()).toEqual([...plan.wave].sort());
    expect(active.some(({ profession }) => profession === null)).toBe(true);
    expect(active.some(({ profession }) => profession !== null)).toBe(true);
    expect(rows.crisisMode.some((mode) => mode.active === 0)).toBe(true);
    expect(rows.directAccess.some(({ revokedAt }) => revokedAt !== null)).toBe(true);
    expect(rows.directAccess.some(({ missionId }) => missionId !== null)).toBe(true);
    expect(rows.directAccess.some(({ establishmentId }) => establishmentId !== null)).toBe(true);
  });

  it('gives P1 to less than a fifth of the open posts of each region', () => {
    const open = rows.mission.filter((row) => missionState(missionFacts(row), today) === 'open');
    const posts = (some: typeof open) => some.reduce((sum, row) => sum + row.headcount - row.accepted, 0);
    for (const [agency, missions] of Map.groupBy(open, (row) => row.agency)) {
      const vital = posts(missions.filter(({ priority }) => priority === 'P1'));
      expect(vital, `ARS ${agency}`).toBeLessThanOrEqual(VITAL_SHARE_LIMIT * posts(missions));
    }
    expect(new Set(open.map(({ priority }) => priority)).size).toBe(5);
  });

  it('has odd but legal data: CEDEX codes, vaccination centres, apostrophes, one letter, very long names', () => {
    expect(rows.establishment.filter(({ city }) => city.endsWith('CEDEX')).length).toBeGreaterThan(30);
    expect(rows.establishment.filter(({ gid }) => gid !== null).length).toBeGreaterThan(10);
    expect(rows.candidate.some(({ lastName }) => lastName.includes("'"))).toBe(true);
    expect(rows.candidate.some(({ lastName }) => lastName.length === 1)).toBe(true);
    expect(rows.candidate.some(({ lastName }) => lastName.length > 60)).toBe(true);
    expect(rows.establishment.some(({ name }) => name.length > 120)).toBe(true);
    expect(rows.candidate.some(({ departement }) => departement === '2A' || departement === '2B')).toBe(true);
    expect(rows.mission.some(({ vaccinationHelp }) => vaccinationHelp === 1)).toBe(true);
  });
});

it('puts most of a one-region nation in Grand-Est, and enough elsewhere to lend', () => {
  const { rows } = drawNation(planNation('region', 1), places, WORLD_START);
  const inRegion = (agency: number | null) => agency === 6;
  expect(share(rows.candidate, ({ agency }) => inRegion(agency))).toBeCloseTo(0.85, 1);
  expect(share(rows.mission, ({ agency }) => inRegion(agency))).toBeGreaterThan(0.85);
  expect(rows.opening.every(({ receiverAgency }) => receiverAgency === 6)).toBe(true);
  expect(rows.proposal.some(({ openingId }) => openingId !== null)).toBe(true);
});
