/** Who may give which role (DOMAIN §9, last row): an ARS lead in its region for a time, the CCS lead, an administrator. */
import type { RoleName } from '../../contract/domain/role.ts';
import type { HabilitatedRole } from './habilitation-today.ts';

const OF_A_REGION: readonly HabilitatedRole[] = ['ars-regulator', 'ars-lead'];
const OF_THE_NATION: readonly HabilitatedRole[] = ['ccs-desk', 'ccs-lead', 'administrator'];

const GRANTED_BY: Readonly<Partial<Record<RoleName, readonly HabilitatedRole[]>>> = {
  'ars-lead': ['ars-regulator', 'ars-lead'],
  'ccs-lead': ['ars-regulator', 'ars-lead', 'ccs-desk', 'ccs-lead', 'auditor'],
  administrator: ['ars-regulator', 'ars-lead', 'ccs-desk', 'ccs-lead', 'auditor', 'administrator'],
};

/** @example mayGrant('ars-lead', 'ccs-desk') // false */
export function mayGrant(giver: RoleName, role: HabilitatedRole): boolean {
  return GRANTED_BY[giver]?.includes(role) ?? false;
}

/** A region's role has its agency, a national one has none, an auditor's mandate may be either. */
export function agencyFits(role: HabilitatedRole, agency: number | null): boolean {
  if (OF_A_REGION.includes(role)) return agency !== null;
  return !OF_THE_NATION.includes(role) || agency === null;
}
