import type { Principal } from '../../contract/national/principal.ts';

/** The CCS sees the nation: its first transfer is the largest there is. */
export const DESK: Principal = {
  personId: 'bench-desk',
  displayName: 'Banc de mesure (CCS)',
  role: 'ccs-desk',
  agency: null,
  departements: null,
  establishments: [],
  candidateId: null,
  validUntil: null,
};
