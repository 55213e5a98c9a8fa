/** Who is speaking, as the service sees them and tells them (`GET /v1/me`). DOMAIN §9; FEATURES A.13. */
import { z } from 'zod';
import type { RoleName } from '../domain/role.ts';
import { ROLE_NAMES } from '../domain/role.ts';

/** The roles that a habilitation gives (DOMAIN §9). Establishments and candidates hold theirs by what they are. */
export const HABILITATED_ROLES = [
  'ars-regulator',
  'ars-lead',
  'ccs-desk',
  'ccs-lead',
  'auditor',
  'administrator',
] as const satisfies readonly RoleName[];

/** 'system' is the service's own clock (lapses, endings, closings by date): never a person, never reached by HTTP. */
export type Role = RoleName | 'system';

export const principalSchema = z.strictObject({
  personId: z.string(),
  /** Written beside each decision: "Camille Régulation (ARS Grand-Est)". */
  displayName: z.string(),
  role: z.enum([...ROLE_NAMES, 'system']),
  /** 1..18 for an ARS person or an auditor with a regional mandate; null for the nation. */
  agency: z.int().min(1).max(18).nullable(),
  /** Direction territoriale: the départements the right is limited to; null = the whole region. */
  departements: z.array(z.string()).nullable(),
  /** For an establishment account: the establishments that it may act for (all those of its FINESS or GID). */
  establishments: z.array(z.string()),
  /** For a candidate: itself. */
  candidateId: z.string().nullable(),
  /** End of the habilitation, null = open-ended. */
  validUntil: z.string().nullable(),
});

export type Principal = z.infer<typeof principalSchema>;
