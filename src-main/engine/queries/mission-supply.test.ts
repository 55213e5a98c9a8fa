import { afterEach, describe, expect, it } from 'vitest';
import { entryOf } from '../../../tests/support/desk-rows.ts';
import type { EngineDesk } from '../../../tests/support/engine-desk.ts';
import { openEngineDesk } from '../../../tests/support/engine-desk.ts';

type Entry = ReturnType<typeof entryOf>;
const desks: EngineDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const CRISIS = entryOf('crisisMode', '6:*', { agency: 6, active: 1, version: 1 });
const PERSON = entryOf('candidate', 'c-1', { number: 1 });
const grant = (patch: object) =>
  entryOf('directAccess', 'g-1', {
    ...{ agency: 6, establishmentId: 'e-1', missionId: null, untilDate: '2020-12-01', at: '2020-11-10T08:00:00.000Z' },
    ...patch,
  });

async function supplyOf(...entries: readonly Entry[]) {
  const desk = await openEngineDesk([entryOf('mission', 'm-1', { weekend: 1 }), ...entries]);
  desks.push(desk);
  const { situation, inCrisis, walls } = await desk.client.candidates.supply({ missionId: 'm-1' });
  return [situation, inCrisis, walls.map(({ wall, gain }) => `${wall} +${gain}`)];
}

describe('F100 D10 why the list of a mission is as it is', () => {
  it('somebody matches, and the establishment may see them', async () => {
    expect(await supplyOf(PERSON)).toEqual(['some', false, []]);
  });

  it('nobody matches: the cheapest way out is told, crisis or not', async () => {
    const busy = entryOf('candidate', 'c-2', { number: 2, weekend: 0 });
    expect(await supplyOf(busy)).toEqual(['none-match', false, ['weekends +1']]);
    expect(await supplyOf(busy, CRISIS)).toEqual(['none-match', true, ['weekends +1']]);
  });

  it('F103 crisis mode hides those who match, until somebody is proposed', async () => {
    expect(await supplyOf(PERSON, CRISIS)).toEqual(['crisis-hides', true, []]);
    expect(await supplyOf(PERSON, CRISIS, entryOf('mission', 'm-1', { proposed: 1 }))).toEqual(['some', true, []]);
  });

  it('F102 crisis mode of another profession or region hides nobody', async () => {
    const other = { agency: 6, profession: 'aide-soignant', active: 1 as const, version: 1 };
    expect(await supplyOf(PERSON, entryOf('crisisMode', '6:aide-soignant', other))).toEqual(['some', false, []]);
    expect(await supplyOf(PERSON, entryOf('crisisMode', '15:*', { agency: 15, active: 1 }))).toEqual([
      'some',
      false,
      [],
    ]);
  });

  it('F8 named access, to the establishment or to the mission, until its day', async () => {
    expect(await supplyOf(PERSON, CRISIS, grant({}))).toEqual(['some', false, []]);
    expect(await supplyOf(PERSON, CRISIS, grant({ establishmentId: null, missionId: 'm-1' }))).toEqual([
      'some',
      false,
      [],
    ]);
    expect(await supplyOf(PERSON, CRISIS, grant({ establishmentId: 'e-9' }))).toEqual(['crisis-hides', true, []]);
    expect(await supplyOf(PERSON, CRISIS, grant({ untilDate: '2020-11-14' }))).toEqual(['crisis-hides', true, []]);
    expect(await supplyOf(PERSON, CRISIS, grant({ revokedAt: '2020-11-12T08:00:00.000Z' }))).toEqual([
      'crisis-hides',
      true,
      [],
    ]);
  });
});
