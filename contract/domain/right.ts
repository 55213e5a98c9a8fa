import type { RightScope } from './right-scope.ts';
import type { RoleName } from './role.ts';

export type ScopeByRole = Readonly<Partial<Record<RoleName, RightScope>>>;

/** DOMAIN §9, row "prioritise, defer, note, propose, withdraw, verify, release blocked, assign on behalf". */
const REGULATION: ScopeByRole = {
  'ars-regulator': 'own-region',
  'ars-lead': 'own-region',
  'ccs-desk': 'arbitration',
  'ccs-lead': 'arbitration',
};
const REGION_OR_NATION: ScopeByRole = {
  'ars-regulator': 'own-region',
  'ars-lead': 'own-region',
  'ccs-desk': 'nation',
  'ccs-lead': 'nation',
};
const ALERTING: ScopeByRole = { 'ars-regulator': 'own-region', 'ars-lead': 'own-region' };
const DESK: ScopeByRole = { 'ccs-desk': 'nation', 'ccs-lead': 'nation' };
const SEEING: ScopeByRole = {
  'ars-regulator': 'own-region-and-opened',
  'ars-lead': 'own-region-and-opened',
  'ccs-desk': 'nation',
  'ccs-lead': 'nation',
  auditor: 'mandate',
};
const REVEALING: ScopeByRole = {
  'ars-regulator': 'own-region-and-proposed',
  'ars-lead': 'own-region-and-proposed',
  'ccs-desk': 'alert-or-plan',
  'ccs-lead': 'alert-or-plan',
};
const CRISIS: ScopeByRole = { 'ars-lead': 'own-region', 'ccs-desk': 'nation-with-reason', 'ccs-lead': 'nation' };
const LENDER: ScopeByRole = { 'ars-lead': 'own-region' };
/** Whoever may export signs what they export. */
const SIGNING: ScopeByRole = {
  'ars-regulator': 'own-acts',
  'ars-lead': 'own-acts',
  'ccs-desk': 'own-acts',
  'ccs-lead': 'own-acts',
  auditor: 'mandate',
};
const ADMINISTRATION: ScopeByRole = { administrator: 'technical' };
const ESTABLISHMENT: ScopeByRole = { establishment: 'own-establishment' };

/**
 * The table of DOMAIN §9 as data: the national service enforces it, the screen mirrors it. A role that is absent from
 * a row does not hold the right at all. What establishments and candidates may do (F159, F162) is in the same table.
 */
export const RIGHTS = {
  'see-missions': { ...SEEING, establishment: 'own-establishment' },
  'see-candidates': { ...SEEING, establishment: 'direct-or-proposed', candidate: 'own-record' },
  'set-priority': REGULATION,
  'defer-mission': REGULATION,
  'note-mission': REGULATION,
  'assign-regulator': REGULATION,
  'propose-candidate': REGULATION,
  'withdraw-proposal': REGULATION,
  'verify-candidate': REGULATION,
  'merge-candidates': REGULATION,
  'set-availability': { ...REGULATION, candidate: 'own-record' },
  'release-blocked': REGULATION,
  'assign-on-behalf': REGULATION,
  'end-assignment': { ...REGULATION, establishment: 'own-establishment' },
  'raise-alert': ALERTING,
  'lift-alert': ALERTING,
  'answer-alert': DESK,
  'validate-accounts': REGION_OR_NATION,
  'import-accounts': REGION_OR_NATION,
  'switch-crisis-mode': CRISIS,
  'grant-direct-access': CRISIS,
  'ask-opening': ALERTING,
  'open-pools': DESK,
  'object-to-opening': LENDER,
  'agree-to-opening': LENDER,
  'overrule-objection': { 'ccs-lead': 'nation-with-reason' },
  'reveal-contact': { ...REVEALING, establishment: 'direct-or-proposed' },
  'read-documents': REVEALING,
  'export-pseudonymised': {
    'ars-regulator': 'visible',
    'ars-lead': 'visible',
    'ccs-desk': 'visible',
    'ccs-lead': 'visible',
    auditor: 'mandate',
  },
  'export-nominative': {
    'ars-regulator': 'visible-with-second-person',
    'ars-lead': 'visible-with-second-person',
    'ccs-desk': 'visible-with-second-person',
    'ccs-lead': 'visible-with-second-person',
  },
  'read-journal': {
    'ars-regulator': 'own-acts',
    'ars-lead': 'own-region',
    'ccs-desk': 'nation',
    'ccs-lead': 'nation',
    auditor: 'mandate',
    administrator: 'technical',
  },
  'close-mission': REGION_OR_NATION,
  'archive-missions': ADMINISTRATION,
  'set-retention': ADMINISTRATION,
  'manage-keys': ADMINISTRATION,
  'manage-habilitations': { 'ars-lead': 'own-region-time-limited', 'ccs-lead': 'nation', administrator: 'technical' },
  'register-signing-key': SIGNING,
  'post-mission': ESTABLISHMENT,
  'change-mission': { ...REGION_OR_NATION, establishment: 'own-establishment' },
  'contact-candidate': ESTABLISHMENT,
  'accept-candidate': ESTABLISHMENT,
  'refuse-candidate': ESTABLISHMENT,
  'change-own-record': { candidate: 'own-record' },
} as const satisfies Record<string, ScopeByRole>;

export type Right = keyof typeof RIGHTS;

export const RIGHT_NAMES = Object.keys(RIGHTS) as readonly Right[];

/**
 * The scope at which a role holds a right, or null.
 *
 * @example scopeOf('switch-crisis-mode', 'ars-regulator') // null
 */
export function scopeOf(right: Right, role: RoleName): RightScope | null {
  const row: ScopeByRole = RIGHTS[right];
  return row[role] ?? null;
}
