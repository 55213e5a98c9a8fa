import type { CivilDate } from './civil-date.ts';
import type { AgencyCode } from './geography/agency.ts';
import type { EstablishmentId, MissionId } from './identity.ts';
import type { ProfessionCode } from './profession.ts';

/** Crisis mode ("Gestion de Crise") of one agency, for all professions or some (F101, F102). */
export interface CrisisMode {
  readonly agency: AgencyCode;
  readonly professions: 'all' | readonly ProfessionCode[];
}

/** Direct access that an agency in crisis mode grants to a named establishment or mission, bounds inclusive (F8). */
export interface DirectAccessGrant {
  readonly agency: AgencyCode;
  readonly target:
    | { readonly kind: 'establishment'; readonly establishmentId: EstablishmentId }
    | { readonly kind: 'mission'; readonly missionId: MissionId };
  readonly from: CivilDate;
  readonly until: CivilDate;
}
