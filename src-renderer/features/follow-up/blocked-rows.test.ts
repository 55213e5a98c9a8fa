import { describe, expect, it } from 'vitest';
import { inPairs } from '../../tables/phone-link.tsx';
import type { BlockedList } from './blocked-rows.ts';
import { blockedRows, countLevel, holders } from './blocked-rows.ts';

const proposal = (id: string, establishmentId: string, hours: number) => ({
  id,
  version: 3,
  candidateId: `c-${id}`,
  missionId: 'm-1',
  candidateName: id === 'p-3' ? null : 'Alix Fictive',
  establishmentName: `EHPAD de démonstration ${establishmentId}`,
  state: 'contacted',
  origin: 'direct',
  proposedAt: '2021-01-01T08:00:00Z',
  contactedAt: id === 'p-1' ? '2021-01-02T08:00:00Z' : null,
  decidedAt: null,
  reason: null,
  mailState: null,
  hasOpenIntent: id === 'p-2',
  hours,
  level: hours >= 48 ? ('blocked' as const) : ('reminder' as const),
  remindedAt: null,
  establishmentId,
  establishmentPhone: establishmentId === 'e-1' ? '0240000000' : null,
});
const LIST: BlockedList = {
  revision: 4,
  proposals: [proposal('p-1', 'e-1', 70.6), proposal('p-2', 'e-2', 30), proposal('p-3', 'e-2', 26)],
  establishments: [
    { id: 'e-1', name: 'EHPAD de démonstration e-1', holding: 1, medianHours: 70 },
    { id: 'e-2', name: 'EHPAD de démonstration e-2', holding: 2, medianHours: 28 },
  ],
};

describe('blockedRows', () => {
  it('D1 keeps the order given, and says since when each waits', () => {
    const { rows, revision } = blockedRows(LIST, null);
    expect(revision).toBe(4);
    expect(rows.map(({ id, hours, since, hasOpenIntent }) => [id, hours, since, hasOpenIntent])).toEqual([
      ['p-1', 70, '2021-01-02T08:00:00Z', 0],
      ['p-2', 30, '2021-01-01T08:00:00Z', 1],
      ['p-3', 26, '2021-01-01T08:00:00Z', 0],
    ]);
  });

  it('F86 keeps one establishment only', () => {
    expect(blockedRows(LIST, 'e-2').rows.map(({ id }) => id)).toEqual(['p-2', 'p-3']);
  });
});

describe('holders', () => {
  it('F86 puts who holds most people first, with the switchboard', () => {
    expect(holders(LIST).map(({ id, holding, phone }) => [id, holding, phone])).toEqual([
      ['e-2', 2, null],
      ['e-1', 1, '0240000000'],
    ]);
    expect([countLevel(LIST, 'blocked'), countLevel(LIST, 'reminder')]).toEqual([1, 2]);
  });

  it('writes a number in pairs, and leaves others as they are', () => {
    expect([inPairs('0240000000'), inPairs('+33240000000')]).toEqual(['02 40 00 00 00', '+33240000000']);
  });
});
