import { describe, expect, it } from 'vitest';
import { COMMAND_KINDS } from '../../../contract/national/commands/command-inputs.ts';
import { changedFields, changeWords, reasonWords } from './change-words.ts';
import { decisionTitle, TITLED_KINDS } from './decision-titles.ts';

describe('the journal in French', () => {
  it('D7 has a title for every order', () => {
    expect(COMMAND_KINDS.filter((kind) => !TITLED_KINDS.includes(kind))).toEqual([]);
    expect(decisionTitle('mission.set-priority')).toBe('Priorité');
    expect(decisionTitle('a-kind-of-tomorrow')).toBe('Autre décision');
  });

  it.each([
    ['mission', { priority: 'none' }, { priority: 'P1' }, 'Priorité : Sans priorité → P1 · vitale'],
    ['mission', { deferredUntil: null }, { deferredUntil: '2021-04-02' }, 'Report : rien → 2 avr. 2021'],
    ['mission', { state: 'open' }, { state: 'closed', closingReason: 'duplicate' }, 'État : Ouverte → Clôturée'],
    ['candidate', { verification: 'to-verify' }, { verification: 'verified' }, 'Vérification : à vérifier → vérifié'],
    ['crisisMode', { active: 0 }, { active: 1 }, 'Gestion de crise : non → oui'],
    ['opening', { agreements: [4] }, { agreements: [4, 6] }, 'Accords : ARS Bretagne → ARS Bretagne, ARS Grand-Est'],
    ['candidate', null, { number: 12 }, 'Numéro : 12'],
  ])('D7 tells before and after of a %s', (kind, before, after, words) => {
    expect(changeWords(changedFields(kind, before, after))).toContain(words);
  });

  it('D7 shows no identifier, no raw code, nothing where nothing moved', () => {
    const told = changedFields(
      'mission',
      { regulatorId: 'r-1', priority: 'P1' },
      { regulatorId: 'r-2', priority: 'P1' },
    );
    expect(told.map(({ label }) => label)).toEqual(['Priorité']);
    expect(changeWords(told)).toBeNull();
    expect([reasonWords('duplicate'), reasonWords('Service fermé'), reasonWords(null)]).toEqual([
      ...['Doublon', 'Service fermé', null],
    ]);
  });
});
