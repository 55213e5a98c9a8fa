import { describe, expect, it } from 'vitest';
import type { SolicitingProposal } from './solicitation.ts';
import { answerOf, recentSolicitations, responseOf, responseSentence, solicitationsOf } from './solicitation.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2020, 10, 15, 12);
const proposal = (change: Partial<SolicitingProposal> = {}): SolicitingProposal => ({
  missionId: 'm-1',
  origin: 'agency',
  state: 'open',
  proposedAt: NOW - 48 * HOUR,
  contactedAt: null,
  reason: null,
  isUnheard: false,
  ...change,
});

describe('a solicitation', () => {
  it('D14 is one per mission and 24 hours', () => {
    const again = (hours: number) => proposal({ proposedAt: NOW - 48 * HOUR + hours * HOUR });
    expect(solicitationsOf([proposal(), again(2), again(23)])).toHaveLength(1);
    expect(solicitationsOf([proposal(), again(24)])).toHaveLength(2);
    expect(solicitationsOf([proposal(), proposal({ missionId: 'm-2' })])).toHaveLength(2);
  });

  it.each([
    ['a confirmed proposal of an ARS', {}, 1],
    ['one of the CCS', { origin: 'ccs' }, 1],
    ['one whose mail was cancelled in time', { isUnheard: true, state: 'withdrawn' }, 0],
    ['direct access with a contact', { origin: 'direct', contactedAt: NOW - HOUR, isUnheard: true }, 1],
    ['direct access that never became a contact', { origin: 'direct' }, 0],
  ] as const)('%s counts %#', (_name, change, count) => {
    expect(solicitationsOf([proposal(change)])).toHaveLength(count);
  });

  it('D14 tires for seven days, not for those to come', () => {
    const at = [NOW - 8 * 24 * HOUR, NOW - 7 * 24 * HOUR, NOW - 7 * 24 * HOUR + 1, NOW, NOW + HOUR];
    expect(recentSolicitations(at, NOW)).toBe(2);
  });
});

describe('an answer', () => {
  it.each([
    ['open', null, 'waiting'],
    ['contacted', null, 'waiting'],
    ['accepted', null, 'accepted'],
    ['ended', null, 'accepted'],
    ['refused', 'refused-by-candidate', 'refused-by-them'],
    ['refused', 'unreachable', 'without-answer'],
    ['refused', 'distance', 'refused-by-others'],
    ['released', 'blocked-too-long', 'without-answer'],
    ['released', 'error', null],
    ['lapsed', 'mission-filled', null],
    ['withdrawn', null, null],
  ] as const)('of a proposal %s for %s is %s', (state, reason, answer) => {
    expect(answerOf({ state, reason })).toBe(answer);
  });

  it('D14 is told in one sentence', () => {
    const response = responseOf(
      [
        proposal({ state: 'accepted', proposedAt: NOW - 20 * 24 * HOUR }),
        proposal({ missionId: 'm-2', state: 'refused', reason: 'unreachable' }),
        proposal({ missionId: 'm-3' }),
      ],
      NOW,
    );
    expect(responseSentence(response)).toBe(
      '3 sollicitations, dont 2 ces 7 derniers jours : 1 acceptée, 1 sans réponse, 1 en attente.',
    );
    expect(response.lastAt).toBe(NOW - 48 * HOUR);
    expect(responseSentence(responseOf([], NOW))).toBe('Jamais sollicitée.');
  });
});
