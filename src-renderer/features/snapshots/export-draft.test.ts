import { describe, expect, it } from 'vitest';
import { firstDraft, formOf, missingOf, sealOf } from './export-draft.ts';

const DRAFT = firstDraft(6, '2020-11-15');

describe('an export being filled in', () => {
  it('D8 is pseudonymised, for thirty days, and asks for recipients and a seal', () => {
    expect(formOf(DRAFT)).toMatchObject({ nominative: false, expiresOn: '2020-12-15', agency: 6, seriesName: null });
    expect(missingOf(DRAFT, false)).toEqual(['un destinataire', 'une phrase secrète ou une clé']);
  });

  it('D8 nominative asks for a second person', () => {
    const full = { ...DRAFT, recipients: 'Équipe de nuit', passphrase: 'quatre mots au hasard', nominative: true };
    expect([missingOf(full, false), missingOf(full, true)]).toEqual([['l’accord de la seconde personne'], []]);
  });

  it('reads lists as they are typed', () => {
    const draft = {
      ...DRAFT,
      departements: '54, 2a  57',
      recipients: ' A \n\nB',
      sealBy: 'recipients' as const,
      keys: 'age1x\n',
    };
    expect(formOf(draft)).toMatchObject({ departements: ['54', '2A', '57'], recipients: ['A', 'B'] });
    expect(sealOf(draft)).toEqual({ type: 'recipients', recipients: ['age1x'] });
  });
});
