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
