import type { EstablishmentFamily } from './establishment-category.ts';
import type { PoolKind } from './pool.ts';

/**
 * The steps of the ladder of solidarity (DOMAIN §6, seed C): nearest answer first, solidarity between territories next.
 * Students by their own circuit, then by the other one; the territorial platform of the establishments that joined one
 * (seed E); professionals of the territory; the region; the other regions through the CCS; the Réserve sanitaire.
 */
export const LADDER_STEPS = [
  'students-own-circuit',
  'students-other-circuit',
  'territorial-platform',
  'professionals-of-territory',
  'region',
  'other-regions',
  'reserve-sanitaire',
] as const;
export type LadderStep = (typeof LADDER_STEPS)[number];

/** Hospital needs go through the GHT with the faculties, medico-social needs through the institutes (F145). */
export const STUDENT_CIRCUITS = ['hospital', 'medico-social'] as const;
export type StudentCircuit = (typeof STUDENT_CIRCUITS)[number];

interface LadderStepFacts {
  readonly label: string;
  readonly pools: readonly PoolKind[];
  /** Only the CCS can take this step; an ARS asks for it by an alert. */
  readonly throughNationalDesk: boolean;
}

export const LADDER_STEP_FACTS: Readonly<Record<LadderStep, LadderStepFacts>> = {
  'students-own-circuit': {
    label: 'Réserve étudiante, par son circuit',
    pools: ['student-reserve'],
    throughNationalDesk: false,
  },
  'students-other-circuit': {
    label: "Réserve étudiante, par l'autre circuit",
    pools: ['student-reserve'],
    throughNationalDesk: false,
  },
  'territorial-platform': { label: 'Plateforme territoriale', pools: ['territorial'], throughNationalDesk: false },
  'professionals-of-territory': {
    label: 'Professionnels de la direction territoriale',
    pools: ['professional-reserve', 'regional-volunteers'],
    throughNationalDesk: false,
  },
  region: {
    label: 'Toute la région',
    pools: ['professional-reserve', 'regional-volunteers', 'national-volunteers'],
    throughNationalDesk: false,
  },
  'other-regions': {
    label: 'Autres régions, par le CCS',
    pools: ['regional-volunteers', 'professional-reserve', 'national-volunteers'],
    throughNationalDesk: true,
  },
  'reserve-sanitaire': {
    label: 'Réserve sanitaire, sur demande au CCS',
    pools: ['reserve-sanitaire'],
    throughNationalDesk: true,
  },
};

export interface LadderNeed {
  /** A graduate is required: students are not asked. */
  readonly graduateRequired: boolean;
  /** A specific skill is needed (intensive care, a specialty…): students are not asked. */
  readonly specificSkill: boolean;
  /** The establishment is a member of a territorial platform. */
  readonly platformMember: boolean;
}

/** The steps that make sense for a need, in order. */
export function ladderOf(need: LadderNeed): readonly LadderStep[] {
  const students = !need.graduateRequired && !need.specificSkill;
  return LADDER_STEPS.filter((step) => {
    if (step === 'students-own-circuit' || step === 'students-other-circuit') return students;
    return step !== 'territorial-platform' || need.platformMember;
  });
}

/**
 * The next step to try, or null when every step was: the nearest one of the ladder that was not tried, even when a
 * farther one was.
 *
 * @example nextLadderStep({ graduateRequired: true, specificSkill: false, platformMember: false }, [])
 * // 'professionals-of-territory'
 */
export function nextLadderStep(need: LadderNeed, tried: readonly LadderStep[]): LadderStep | null {
  return ladderOf(need).find((step) => !tried.includes(step)) ?? null;
}

/** The other circuit, which may complete the first. */
export function otherCircuit(circuit: StudentCircuit): StudentCircuit {
  return circuit === 'hospital' ? 'medico-social' : 'hospital';
}

const MEDICO_SOCIAL: readonly EstablishmentFamily[] = ['ehpad', 'senior-residence', 'home-care', 'disability'];

/** The circuit that handles the students of an establishment first (F145): elderly and disabled people, or the rest. */
export function studentCircuitOf(family: EstablishmentFamily): StudentCircuit {
  return MEDICO_SOCIAL.includes(family) ? 'medico-social' : 'hospital';
}
