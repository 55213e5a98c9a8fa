/**
 * The proportions of the nation: each number here is published in docs/nation.md, and tests check what comes out
 * (tests/service/nation-proportions.test.ts).
 */
import type { EstablishmentFamily } from '../../contract/domain/establishment-category.ts';
import type { Mobilisation } from '../../contract/domain/mobilisation.ts';
import type { ProfessionCode } from '../../contract/domain/profession.ts';

export type Shares<Key extends string> = Readonly<Partial<Record<Key, number>>>;

/** Professions of the volunteers, in parts. */
export const SUPPLY_BY_PROFESSION: Shares<ProfessionCode> = {
  'infirmier-diplome-etat': 225,
  'aide-soignant': 165,
  'etudiant-infirmier': 100,
  'etudiant-medecine': 60,
  'etudiant-aide-soignant': 30,
  'etudiant-pharmacie': 8,
  'etudiant-maieutique': 8,
  'etudiant-kinesitherapie': 14,
  'etudiant-autre': 8,
  'agent-de-service': 50,
  'auxiliaire-de-vie': 34,
  'auxiliaire-de-puericulture': 12,
  ambulancier: 8,
  'medecin-generaliste': 36,
  'medecin-autres-specialites': 48,
  'medecin-soins-palliatifs': 4,
  'chirurgien-dentiste': 14,
  'sage-femme': 14,
  pharmacien: 16,
  iade: 9,
  ibode: 7,
  puericultrice: 9,
  'cadre-de-sante': 7,
  'masseur-kinesitherapeute': 42,
  ergotherapeute: 8,
  psychomotricien: 6,
  orthophoniste: 8,
  dieteticien: 7,
  psychologue: 26,
  'manipulateur-radio': 8,
  'technicien-laboratoire': 9,
  'preparateur-pharmacie': 8,
  'assistant-social': 7,
  'non-soignant': 35,
  autre: 10,
};

/** Families of requesting establishments, in parts. */
export const FAMILIES: Shares<EstablishmentFamily> = {
  ehpad: 46,
  hospital: 21,
  'home-care': 11,
  disability: 7,
  psychiatry: 4,
  'senior-residence': 4,
  'primary-care': 2,
  'vaccination-centre': 4,
  other: 1,
};

/** What each family asks for, in parts. */
export const NEEDS_BY_FAMILY: Readonly<Record<EstablishmentFamily, Shares<ProfessionCode>>> = {
  ehpad: {
    'aide-soignant': 42,
    'infirmier-diplome-etat': 24,
    'agent-de-service': 14,
    'auxiliaire-de-vie': 6,
    'medecin-generaliste': 3,
    'etudiant-infirmier': 4,
    'etudiant-aide-soignant': 3,
    psychologue: 2,
    ergotherapeute: 1,
    psychomotricien: 1,
  },
  hospital: {
    'infirmier-diplome-etat': 36,
    'aide-soignant': 22,
    iade: 9,
    ibode: 4,
    'medecin-autres-specialites': 10,
    'etudiant-medecine': 4,
    'etudiant-infirmier': 4,
    'masseur-kinesitherapeute': 3,
    'manipulateur-radio': 3,
    'technicien-laboratoire': 3,
    pharmacien: 1,
    'sage-femme': 1,
  },
  'home-care': {
    'auxiliaire-de-vie': 38,
    'aide-soignant': 34,
    'infirmier-diplome-etat': 20,
    'etudiant-aide-soignant': 4,
    ergotherapeute: 4,
  },
  disability: {
    'aide-soignant': 40,
    'infirmier-diplome-etat': 24,
    psychologue: 8,
    psychomotricien: 6,
    'non-soignant': 12,
    'agent-de-service': 10,
  },
  psychiatry: { 'infirmier-diplome-etat': 52, 'aide-soignant': 24, psychologue: 14, 'medecin-autres-specialites': 10 },
  'senior-residence': { 'aide-soignant': 40, 'agent-de-service': 34, 'auxiliaire-de-vie': 26 },
  'primary-care': { 'medecin-generaliste': 40, 'infirmier-diplome-etat': 45, 'technicien-laboratoire': 15 },
  training: { 'infirmier-diplome-etat': 100 },
  'vaccination-centre': {
    'infirmier-diplome-etat': 58,
    'medecin-generaliste': 26,
    'etudiant-medecine': 8,
    'non-soignant': 8,
  },
  other: { 'infirmier-diplome-etat': 50, 'technicien-laboratoire': 30, 'non-soignant': 20 },
};

export const MOBILISATION_SHARES: Shares<Mobilisation> = { local: 34, departemental: 36, national: 30 };

/** What becomes of missions, in parts. */
export const MISSION_FATES = { live: 780, ended: 105, closed: 45, archived: 25, withoutNeed: 45 } as const;
export type MissionFate = keyof typeof MISSION_FATES;

/** People asked for by a mission that asks for some, in parts. */
export const HEADCOUNTS: Shares<'1' | '2' | '3' | '4' | '5' | '6' | '8' | '10' | '15'> = {
  '1': 34,
  '2': 27,
  '3': 14,
  '4': 8,
  '5': 7,
  '6': 4,
  '8': 3,
  '10': 2,
  '15': 1,
};

export const PEOPLE = {
  /** À VÉRIFIER among all candidates. */
  toVerify: 0.34,
  /** INDISPONIBLE by their own wish. */
  unavailable: 0.06,
  /** Candidates who signed up a second time, with the same e-mail or RPPS. */
  duplicates: 0.004,
  noEndDate: 0.36,
  /** Live under no agency (975, 986, 987, 988): the CCS alone sees them. */
  outsideAgencies: 0.0015,
} as const;

/** For a live mission: how much of what it asks has been found, in parts of n, wave or not. */
export const FILLED = { wave: 0.3, elsewhere: 0.52 } as const;

export const PROPOSALS = {
  /** People contacted now for each post still empty. */
  contactedPerPost: 0.22,
  /** Among them, left without an answer for 24 to 48 h, and for more than 48 h. */
  contactedToRemind: 0.24,
  contactedBlocked: 0.5,
  /** Proposals waiting for a first contact, for each post still empty of a region that proposes. */
  openPerPost: 0.34,
  /** Of the people contacted, those whom another proposal waits for (SUSPENDUE). */
  suspendedPerContact: 0.15,
  refusedPerMission: 0.45,
  lapsedPerMission: 0.2,
  withdrawnPerMission: 0.1,
  releasedPerMission: 0.07,
  /** Assignments that ended early or were cancelled, for each accepted one. */
  broughtToAnEnd: 0.035,
} as const;

/** Priorities of open missions, in parts: P1 stays well under a fifth of the open posts. */
export const PRIORITY_SHARES = { P1: 8, P2: 21, P3: 24, P4: 9, none: 38 } as const;

export const REGULATION = {
  alertsInWave: 0.055,
  alertsElsewhere: 0.015,
  notes: 0.1,
  assignedRegulator: 0.24,
} as const;

/** Account requests for each establishment, by fate. */
export const REQUESTS = { waiting: 0.07, duplicate: 0.03, validated: 0.03, activated: 0.1, refused: 0.012 } as const;
/** At any size: never fewer waiting more than 24 h, never fewer duplicates. */
export const LEAST_LATE_REQUESTS = 12;
export const LEAST_DUPLICATE_REQUESTS = 24;
