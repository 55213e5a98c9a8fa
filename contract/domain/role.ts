/** The roles of DOMAIN §9, and the two kinds of people who act through the national service only. */
export const ROLE_NAMES = [
  'ars-regulator',
  'ars-lead',
  'ccs-desk',
  'ccs-lead',
  'auditor',
  'administrator',
  'establishment',
  'candidate',
] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

export const ROLE_LABELS: Readonly<Record<RoleName, string>> = {
  'ars-regulator': "Régulateur d'ARS",
  'ars-lead': "Responsable de cellule d'ARS",
  'ccs-desk': 'Bureau national (CCS)',
  'ccs-lead': 'Responsable du CCS',
  auditor: 'Auditeur',
  administrator: 'Administrateur',
  establishment: 'Établissement',
  candidate: 'Professionnel volontaire',
};

/** @example isRoleName('ccs-desk') // true */
export function isRoleName(text: string): text is RoleName {
  return (ROLE_NAMES as readonly string[]).includes(text);
}
