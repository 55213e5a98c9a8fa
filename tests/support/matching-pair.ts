import type { Candidate } from '../../contract/domain/candidate.ts';
import type { Mission, MissionRequirements } from '../../contract/domain/mission.ts';
import type { Opening } from '../../contract/domain/opening.ts';

/** The day of the rules' examples. */
export const TODAY = '2020-07-09';

/** A mission that asks for nothing more than a profession. */
export const NO_REQUIREMENTS: MissionRequirements = {
  vehicle: false,
  weekends: false,
  ehpadExperience: false,
  intensiveCareExperience: false,
  vaccinationHelp: false,
  vaccinationExperience: false,
  vaccinationProfessions: [],
};

/** An open mission of Grand-Est for two nurses' aides; each field can be replaced. */
export function aMission(changes: Partial<Mission> = {}): Mission {
  return {
    id: 'mission-1',
    establishmentId: 'establishment-1',
    agency: 6,
    departement: '54',
    profession: 'aide-soignant',
    specialty: null,
    wanted: 2,
    accepted: 0,
    start: '2020-07-13',
    end: '2020-07-31',
    requirements: NO_REQUIREMENTS,
    closing: null,
    archived: false,
    territorialPools: [],
    ...changes,
  };
}

/** The same mission with some requirements. */
export function aMissionAsking(requirements: Partial<MissionRequirements>, changes: Partial<Mission> = {}): Mission {
  return aMission({ ...changes, requirements: { ...NO_REQUIREMENTS, ...requirements } });
}

/** A free candidate that no wall stops for `aMission()`; each field can be replaced. */
export function aCandidate(changes: Partial<Candidate> = {}): Candidate {
  return {
    id: 'candidate-1',
    verification: 'verified',
    availability: 'available',
    engagement: 'none',
    profession: 'aide-soignant',
    specialty: null,
    agency: 6,
    departement: '54',
    mobilisation: 'departemental',
    availableFrom: '2020-06-15',
    availableUntil: null,
    hasVehicle: false,
    worksWeekends: false,
    hasEhpadExperience: false,
    hasIntensiveCareExperience: false,
    helpsVaccination: false,
    hasVaccinationExperience: false,
    pools: [{ kind: 'regional-volunteers', poolId: 'pool-6' }],
    assignments: [],
    openProposals: 0,
    ...changes,
  };
}

/** An active opening from Bretagne to Grand-Est; each field can be replaced. */
export function anOpening(changes: Partial<Opening> = {}): Opening {
  return {
    id: 'opening-1',
    lenderPools: ['regional-volunteers', 'national-volunteers'],
    lenderAgencies: [4],
    receiver: { kind: 'agency', agency: 6 },
    professions: 'all',
    specialties: 'all',
    mobilisations: ['national'],
    from: '2020-07-01',
    until: '2020-07-31',
    ceiling: 10,
    reason: 'Vague dans le Grand-Est',
    author: 'person-1',
    createdAt: 0,
    state: 'active',
    objection: null,
    ...changes,
  };
}
