import type { PoolId } from './identity.ts';

/** The kinds of pools (viviers) of DOMAIN §6. A person may be in several (vivier unique). */
export const POOL_KINDS = [
  'student-reserve',
  'professional-reserve',
  'regional-volunteers',
  'territorial',
  'national-volunteers',
  'reserve-sanitaire',
] as const;

export type PoolKind = (typeof POOL_KINDS)[number];

export const POOL_LABELS: Readonly<Record<PoolKind, string>> = {
  'student-reserve': 'Réserve de mobilisation étudiante (RME)',
  'professional-reserve': 'Réserve de mobilisation professionnelle (RMP)',
  'regional-volunteers': 'Volontaires de la région',
  territorial: 'Plateforme territoriale de solidarité',
  'national-volunteers': 'Volontaires nationaux',
  'reserve-sanitaire': 'Réserve sanitaire',
};

/** A person's place in one pool. */
export interface PoolMembership {
  readonly kind: PoolKind;
  readonly poolId: PoolId;
}
