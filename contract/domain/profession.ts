import type { Parsed } from './parsed.ts';
import { parsed, refused } from './parsed.ts';

export type ProfessionFamily = 'medical' | 'nursing' | 'care' | 'rehabilitation' | 'technical' | 'student' | 'other';

/** A code of the national nomenclatures (ANS, NOS). It labels and exports; it never matches (DOMAIN §3). */
export interface NationalCode {
  readonly nomenclature: 'TRE_G15' | 'TRE_R38' | 'TRE_R95';
  readonly code: string;
}

interface ProfessionEntry {
  readonly code: string;
  readonly label: string;
  readonly family: ProfessionFamily;
  readonly nationalCode?: NationalCode;
  /** Proposed as ticked in "professions éligibles à la vaccination"; the mission decides. */
  readonly vaccinationEligible: boolean;
  /** One of the trades of the territorial solidarity platforms (seed E). */
  readonly territorialPlatform: boolean;
}

const g15 = (code: string): NationalCode => ({ nomenclature: 'TRE_G15', code });
const r38 = (code: string): NationalCode => ({ nomenclature: 'TRE_R38', code });
const r95 = (code: string): NationalCode => ({ nomenclature: 'TRE_R95', code });

function entry<const Code extends string>(
  code: Code,
  label: string,
  family: ProfessionFamily,
  more: { nationalCode?: NationalCode; vaccinationEligible?: boolean; territorialPlatform?: boolean } = {},
): ProfessionEntry & { readonly code: Code } {
  const { nationalCode, vaccinationEligible = false, territorialPlatform = false } = more;
  const common = { code, label, family, vaccinationEligible, territorialPlatform };
  return nationalCode === undefined ? common : { ...common, nationalCode };
}

/**
 * The closed list of professions, in the order of the forms. Those seen in seeds A, B, E come with their exact label
 * (F65, F152); the others complete them so that a need rarely falls under "Autre".
 */
export const PROFESSIONS = [
  entry('medecin-generaliste', 'Médecin généraliste', 'medical', {
    nationalCode: g15('10'),
    vaccinationEligible: true,
  }),
  entry('medecin-autres-specialites', 'Médecin (autres spécialités)', 'medical', {
    nationalCode: g15('10'),
    vaccinationEligible: true,
  }),
  entry('medecin-soins-palliatifs', 'Médecin en soins palliatifs', 'medical', {
    nationalCode: g15('10'),
    vaccinationEligible: true,
  }),
  entry('chirurgien-dentiste', 'Chirurgien-dentiste', 'medical', {
    nationalCode: g15('40'),
    vaccinationEligible: true,
  }),
  entry('sage-femme', 'Sage-femme', 'medical', { nationalCode: g15('50'), vaccinationEligible: true }),
  entry('pharmacien', 'Pharmacien', 'medical', { nationalCode: g15('21'), vaccinationEligible: true }),
  entry('infirmier-diplome-etat', "Infirmier diplômé d'État", 'nursing', {
    nationalCode: g15('60'),
    vaccinationEligible: true,
    territorialPlatform: true,
  }),
  entry('iade', 'Infirmier anesthésiste (IADE)', 'nursing', { nationalCode: r38('SI07'), vaccinationEligible: true }),
  entry('ibode', 'Infirmier de bloc opératoire (IBODE)', 'nursing', {
    nationalCode: r38('SI06'),
    vaccinationEligible: true,
  }),
  entry('puericultrice', 'Infirmier puériculteur', 'nursing', { nationalCode: r38('SI08'), vaccinationEligible: true }),
  entry('cadre-de-sante', 'Cadre de santé', 'nursing', { vaccinationEligible: true }),
  entry('aide-soignant', 'Aide-soignant', 'care', { territorialPlatform: true }),
  entry('auxiliaire-de-puericulture', 'Auxiliaire de puériculture', 'care'),
  entry('agent-de-service', 'Agent de service', 'care', { territorialPlatform: true }),
  entry('auxiliaire-de-vie', 'Auxiliaire de vie', 'care', { territorialPlatform: true }),
  entry('ambulancier', 'Ambulancier', 'care'),
  entry('masseur-kinesitherapeute', 'Masseur-kinésithérapeute', 'rehabilitation', { nationalCode: g15('70') }),
  entry('ergotherapeute', 'Ergothérapeute', 'rehabilitation', { nationalCode: g15('94'), territorialPlatform: true }),
  entry('psychomotricien', 'Psychomotricien', 'rehabilitation', { nationalCode: g15('96'), territorialPlatform: true }),
  entry('orthophoniste', 'Orthophoniste', 'rehabilitation', { nationalCode: g15('91') }),
  entry('dieteticien', 'Diététicien', 'rehabilitation', { nationalCode: g15('95') }),
  entry('psychologue', 'Psychologue', 'rehabilitation', { nationalCode: r95('93') }),
  entry('manipulateur-radio', "Manipulateur d'électroradiologie médicale", 'technical', { nationalCode: g15('98') }),
  entry('technicien-laboratoire', 'Technicien de laboratoire médical', 'technical', { nationalCode: g15('86') }),
  entry('preparateur-pharmacie', 'Préparateur en pharmacie', 'technical'),
  entry('etudiant-medecine', 'Étudiant en médecine', 'student', { vaccinationEligible: true }),
  entry('etudiant-pharmacie', 'Étudiant en pharmacie', 'student', { vaccinationEligible: true }),
  entry('etudiant-maieutique', 'Étudiant sage-femme', 'student', { vaccinationEligible: true }),
  entry('etudiant-infirmier', 'Étudiant en soins infirmiers', 'student', { vaccinationEligible: true }),
  entry('etudiant-aide-soignant', 'Élève aide-soignant', 'student'),
  entry('etudiant-kinesitherapie', 'Étudiant en masso-kinésithérapie', 'student'),
  entry('etudiant-autre', 'Étudiant (autre formation de santé)', 'student'),
  entry('assistant-social', 'Assistant de service social', 'other'),
  entry('non-soignant', 'Non-soignant', 'other'),
  entry('autre', 'Autre', 'other'),
] as const satisfies readonly ProfessionEntry[];

export type ProfessionCode = (typeof PROFESSIONS)[number]['code'];

export interface Profession extends ProfessionEntry {
  readonly code: ProfessionCode;
}

const BY_CODE: ReadonlyMap<string, Profession> = new Map(
  PROFESSIONS.map((profession) => [profession.code, profession]),
);

/** The profession of a code that is already known to be one. */
export function professionOf(code: ProfessionCode): Profession {
  const profession = BY_CODE.get(code);
  if (profession === undefined) throw new Error(`unknown profession code: ${code}`);
  return profession;
}

/**
 * Reads a profession code as it crosses a boundary.
 *
 * @example parseProfession('aide-soignant') // { ok: true, value: 'aide-soignant', warnings: [] }
 */
export function parseProfession(text: string): Parsed<ProfessionCode> {
  const profession = BY_CODE.get(text.trim());
  if (profession !== undefined) return parsed(profession.code);
  return refused('Cette profession ne figure pas dans la liste.');
}
