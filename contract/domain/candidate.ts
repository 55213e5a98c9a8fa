import type { CandidateStatus } from './candidate-status.ts';
import type { CivilDate, CivilRange } from './civil-date.ts';
import type { AgencyCode } from './geography/agency.ts';
import type { DepartementCode } from './geography/departement.ts';
import type { CandidateId } from './identity.ts';
import type { Mobilisation } from './mobilisation.ts';
import type { PoolMembership } from './pool.ts';
import type { ProfessionCode } from './profession.ts';
import type { SpecialtyCode } from './specialty.ts';

/** What the rules need to know of a volunteer (professionnel volontaire); contact details are not part of it. */
export interface Candidate extends CandidateStatus {
  readonly id: CandidateId;
  readonly profession: ProfessionCode;
  readonly specialty: SpecialtyCode | null;
  /** The agency of the département of the postal code; null where only the CCS regulates (975, 986 to 988). */
  readonly agency: AgencyCode | null;
  readonly departement: DepartementCode;
  readonly mobilisation: Mobilisation;
  readonly availableFrom: CivilDate;
  /** Null: no end given (F72). */
  readonly availableUntil: CivilDate | null;
  readonly hasVehicle: boolean;
  readonly worksWeekends: boolean;
  readonly hasEhpadExperience: boolean;
  readonly hasIntensiveCareExperience: boolean;
  /** Ticked "Aide à la vaccination". */
  readonly helpsVaccination: boolean;
  readonly hasVaccinationExperience: boolean;
  readonly pools: readonly PoolMembership[];
  /** Live and coming assignments, whose dates no other may overlap. */
  readonly assignments: readonly CivilRange[];
  /** Open and suspended proposals, bounded by MAX_OPEN_PROPOSALS. */
  readonly openProposals: number;
}
