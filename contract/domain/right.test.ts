import { describe, expect, it } from 'vitest';
import type { Right } from './right.ts';
import { RIGHT_NAMES, RIGHTS, scopeOf } from './right.ts';
import { RIGHT_SCOPE_FACTS, RIGHT_SCOPES } from './right-scope.ts';
import { isRoleName, ROLE_LABELS, ROLE_NAMES } from './role.ts';

const DESKTOP_ROLES = ['ars-regulator', 'ars-lead', 'ccs-desk', 'ccs-lead', 'auditor', 'administrator'] as const;

/** DOMAIN §9 typed again, by hand: `–` is "no right". */
const TABLE: readonly (readonly [Right, ...string[]])[] = [
  ['see-missions', 'own-region-and-opened', 'own-region-and-opened', 'nation', 'nation', 'mandate', '–'],
  ['see-candidates', 'own-region-and-opened', 'own-region-and-opened', 'nation', 'nation', 'mandate', '–'],
  ['set-priority', 'own-region', 'own-region', 'arbitration', 'arbitration', '–', '–'],
  ['propose-candidate', 'own-region', 'own-region', 'arbitration', 'arbitration', '–', '–'],
  ['verify-candidate', 'own-region', 'own-region', 'arbitration', 'arbitration', '–', '–'],
  ['release-blocked', 'own-region', 'own-region', 'arbitration', 'arbitration', '–', '–'],
  ['assign-on-behalf', 'own-region', 'own-region', 'arbitration', 'arbitration', '–', '–'],
  ['raise-alert', 'own-region', 'own-region', '–', '–', '–', '–'],
  ['answer-alert', '–', '–', 'nation', 'nation', '–', '–'],
  ['validate-accounts', 'own-region', 'own-region', 'nation', 'nation', '–', '–'],
  ['import-accounts', 'own-region', 'own-region', 'nation', 'nation', '–', '–'],
  ['switch-crisis-mode', '–', 'own-region', 'nation-with-reason', 'nation', '–', '–'],
  ['open-pools', '–', '–', 'nation', 'nation', '–', '–'],
  ['ask-opening', 'own-region', 'own-region', '–', '–', '–', '–'],
  ['object-to-opening', '–', 'own-region', '–', '–', '–', '–'],
  ['overrule-objection', '–', '–', '–', 'nation-with-reason', '–', '–'],
  ['reveal-contact', 'own-region-and-proposed', 'own-region-and-proposed', 'alert-or-plan', 'alert-or-plan', '–', '–'],
  ['read-documents', 'own-region-and-proposed', 'own-region-and-proposed', 'alert-or-plan', 'alert-or-plan', '–', '–'],
  ['export-pseudonymised', 'visible', 'visible', 'visible', 'visible', 'mandate', '–'],
  ['read-journal', 'own-acts', 'own-region', 'nation', 'nation', 'mandate', 'technical'],
  ['close-mission', 'own-region', 'own-region', 'nation', 'nation', '–', '–'],
  ['archive-missions', '–', '–', '–', '–', '–', 'technical'],
  ['manage-habilitations', '–', 'own-region-time-limited', '–', 'nation', '–', 'technical'],
];

describe('the table of rights', () => {
  it.each(TABLE.map(([right, ...scopes]) => ({ right, scopes })))(
    'F160 F161 $right is held as DOMAIN §9 says (S42)',
    ({ right, scopes }) => {
      const held = DESKTOP_ROLES.map((role) => scopeOf(right, role) ?? '–');
      expect(held).toEqual(scopes);
    },
  );

  it('F163 an administrator sees nobody by name', () => {
    for (const right of RIGHT_NAMES) expect([null, 'technical']).toContain(scopeOf(right, 'administrator'));
  });

  it('an auditor only reads, by mandate', () => {
    const held = RIGHT_NAMES.filter((right) => scopeOf(right, 'auditor') !== null);
    expect(held).toEqual([
      'see-missions',
      'see-candidates',
      'export-pseudonymised',
      'read-journal',
      'register-signing-key',
    ]);
    for (const right of held) expect(scopeOf(right, 'auditor')).toBe('mandate');
  });

  it('F88 F159 establishments act on their own missions, and nobody accepts in their name but an ARS on behalf', () => {
    expect(scopeOf('accept-candidate', 'establishment')).toBe('own-establishment');
    for (const role of DESKTOP_ROLES) expect(scopeOf('accept-candidate', role)).toBeNull();
    expect(scopeOf('see-candidates', 'establishment')).toBe('direct-or-proposed');
    expect(scopeOf('close-mission', 'establishment')).toBeNull();
    expect(scopeOf('propose-candidate', 'establishment')).toBeNull();
  });

  it('F162 a candidate reaches nothing but their own record', () => {
    for (const right of RIGHT_NAMES) expect([null, 'own-record']).toContain(scopeOf(right, 'candidate'));
  });

  it('nominative exports ask a second person, crisis mode from the desk asks a reason', () => {
    for (const scope of Object.values(RIGHTS['export-nominative'])) {
      expect(RIGHT_SCOPE_FACTS[scope].asksSecondPerson).toBe(true);
    }
    expect(RIGHT_SCOPE_FACTS['nation-with-reason']).toMatchObject({ asksReason: true, tellsAgency: true });
    expect(RIGHT_SCOPE_FACTS.arbitration.tellsAgency).toBe(true);
  });

  it('every right is held by someone, every scope serves, every role has its French name', () => {
    const used = new Set(RIGHT_NAMES.flatMap((right) => Object.values<string>(RIGHTS[right])));
    expect([...used].sort()).toEqual([...RIGHT_SCOPES].sort());
    for (const right of RIGHT_NAMES) expect(Object.keys(RIGHTS[right]).length).toBeGreaterThan(0);
    for (const role of ROLE_NAMES) expect(ROLE_LABELS[role]).not.toBe('');
    expect(isRoleName('ccs-desk')).toBe(true);
    expect(isRoleName('root')).toBe(false);
  });
});
