import { describe, expect, it } from 'vitest';
import { exportErrors, firstDraft, formOf, requestErrors, sealOf } from './export-draft.ts';

const DRAFT = firstDraft(6, '2020-11-15');
const toMend = (draft: typeof DRAFT, hasAgreement = false) =>
  exportErrors(draft, hasAgreement).map(({ field }) => field);

describe('an export being filled in', () => {
  it('D8 is pseudonymised, for thirty days, and asks for recipients and a seal', () => {
    expect(formOf(DRAFT)).toMatchObject({ nominative: false, expiresOn: '2020-12-15', agency: 6, seriesName: null });
    expect(toMend(DRAFT)).toEqual(['recipients', 'passphrase']);
  });

  it('D8 nominative asks for a second person', () => {
    const full = { ...DRAFT, recipients: 'Équipe de nuit', passphrase: 'quatre mots au hasard', nominative: true };
    expect([toMend(full), toMend(full, true), requestErrors(full)]).toEqual([['agreement'], [], []]);
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

  it('reads its dates before they leave', () => {
    const full = { ...DRAFT, recipients: 'A', passphrase: 'quatre mots au hasard' };
    expect(toMend({ ...full, from: '3/4', until: '31/04/2021', expiresOn: '' })).toEqual([
      'from',
      'until',
      'expiresOn',
    ]);
    expect(toMend({ ...full, from: '2020-11-10', until: '2020-11-09' })).toEqual(['until']);
    expect(toMend({ ...full, from: '2020-11-09', until: '2020-11-09' })).toEqual([]);
    expect(toMend({ ...full, departements: '54 99', content: [] })).toEqual(['departements', 'content']);
    expect(toMend({ ...full, sealBy: 'recipients' as const })).toEqual(['keys']);
  });
});
