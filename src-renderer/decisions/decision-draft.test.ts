import { describe, expect, it } from 'vitest';
import { decisionSchema } from '../../contract/app/decision.ts';
import type { DecisionDraft } from './decision-draft.ts';
import { decisionOf, draftOf } from './decision-draft.ts';

const COMPLETE: readonly DecisionDraft[] = [
  draftOf('set-priority', { priority: 'P1' }),
  draftOf('defer', { day: '2021-03-20', reason: 'Rappel prévu' }),
  draftOf('defer', { clear: 'yes' }),
  draftOf('note', { text: 'Rappeler' }),
  draftOf('note', {}),
  draftOf('assign-regulator', { regulator: 'r-1' }),
  draftOf('assign-regulator', { regulator: ' ' }),
  draftOf('close-mission', { closing: 'duplicate' }),
  draftOf('reopen-mission'),
  draftOf('alert', { text: 'Plus personne' }),
  { ...draftOf('propose'), missionIds: ['m-1', 'm-2'] },
  { ...draftOf('assign-on-behalf'), missionIds: ['m-1'] },
  draftOf('verify', { verified: 'no' }),
  draftOf('set-availability', { available: 'yes' }),
  draftOf('withdraw-proposal'),
  draftOf('release', { release: 'blocked-too-long' }),
  draftOf('remind'),
  draftOf('end-early', { day: '2021-03-20', end: 'withdrawal' }),
  draftOf('cancel-assignment', { end: 'error' }),
  { ...draftOf('switch-crisis-mode', { active: 'yes', reason: 'Vague' }), agency: 6 },
  { ...draftOf('grant-direct-access', { day: '2021-03-20', establishment: 'e-1', reason: 'Saturé' }), agency: 6 },
  draftOf('revoke-direct-access', { grant: 'g-1', reason: 'Fin' }),
  draftOf('comment-alert', { text: 'Reçu' }),
  draftOf('adjust-opening', { ceiling: '12', reason: 'Besoin accru' }),
  draftOf('adjust-opening', { day: '2021-03-20', reason: 'Besoin prolongé' }),
  draftOf('close-opening', { reason: 'Besoin couvert' }),
  draftOf('agree-to-opening'),
  draftOf('object-to-opening', { reason: 'Nous manquons aussi' }),
  draftOf('overrule-objection', { reason: 'Priorité nationale' }),
  draftOf('request-reserve', { text: 'Deux réanimateurs' }),
  draftOf('record-reserve-answer', { granted: 'no', text: 'Personne de disponible' }),
  draftOf('validate-account'),
  draftOf('refuse-account', { reason: 'Établissement inconnu' }),
  draftOf('resolve-duplicate', { reason: 'Même personne' }),
  draftOf('resolve-duplicate', { resolution: 'drop', reason: 'Déjà traitée' }),
  draftOf('renew-activation'),
  draftOf('import-accounts', { import: 'i-1' }),
  {
    ...draftOf('create-opening', { reason: 'Vague' }),
    opening: {
      receiverAgency: 6,
      receiverMissions: null,
      lenderAgencies: [4],
      poolKinds: ['regional-volunteers'],
      professions: [],
      specialties: [],
      mobilisations: ['national'],
      fromDate: '2021-03-15',
      untilDate: '2021-03-30',
      ceiling: 10,
    },
  },
];
const INCOMPLETE: readonly DecisionDraft[] = [
  draftOf('set-priority', { priority: 'P9' }),
  draftOf('defer'),
  draftOf('assign-regulator'),
  draftOf('close-mission'),
  draftOf('propose'),
  draftOf('assign-on-behalf'),
  draftOf('refuse-account'),
  draftOf('resolve-duplicate', { resolution: 'drop' }),
  draftOf('import-accounts'),
  draftOf('release', { release: 'because' }),
  draftOf('end-early', { end: 'withdrawal' }),
  draftOf('switch-crisis-mode', { active: 'yes', reason: 'Vague' }),
  { ...draftOf('switch-crisis-mode', { active: 'yes', reason: '  ' }), agency: 6 },
  draftOf('revoke-direct-access', { grant: 'g-1' }),
  draftOf('comment-alert', { text: ' ' }),
  draftOf('create-opening', { reason: 'Vague' }),
  draftOf('adjust-opening', { reason: 'Rien ne change' }),
  draftOf('adjust-opening', { ceiling: '1.5', reason: 'Pas un nombre de personnes' }),
  draftOf('object-to-opening'),
  draftOf('request-reserve'),
  draftOf('record-reserve-answer', { granted: 'yes' }),
];

describe('a decision filled in by a person', () => {
  it.each(COMPLETE)('is one that the contract takes: %j', (draft) => {
    expect(decisionSchema.safeParse(decisionOf(draft))).toMatchObject({ success: true });
  });

  it.each(INCOMPLETE)('is none while something is missing: %j', (draft) => {
    expect(decisionOf(draft)).toBeNull();
  });

  it('gives a mission to nobody when nobody is chosen', () => {
    expect(decisionOf(draftOf('assign-regulator', { regulator: ' ' }))).toEqual({
      kind: 'assign-regulator',
      regulatorId: null,
    });
  });
});
