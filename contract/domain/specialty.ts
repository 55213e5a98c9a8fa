import type { Parsed } from './parsed.ts';
import { parsed, refused } from './parsed.ts';
import type { ProfessionCode } from './profession.ts';

interface SpecialtyEntry {
  readonly code: string;
  readonly label: string;
  /** The professions whose forms offer it. */
  readonly professions: readonly ProfessionCode[];
}

const PHYSICIANS = ['medecin-autres-specialites'] as const;
const GENERALISTS = ['medecin-generaliste', 'medecin-autres-specialites'] as const;
const NURSES = ['infirmier-diplome-etat'] as const;

function entry<const Code extends string>(
  code: Code,
  label: string,
  professions: readonly ProfessionCode[] = PHYSICIANS,
): SpecialtyEntry & { readonly code: Code } {
  return { code, label, professions };
}

/** The useful part of TRE_R38 (ANS, NOS; GEODATA §4). A hint in matching, never a wall (DOMAIN §4.3). */
export const SPECIALTIES = [
  entry('SM02', 'Anesthésie-réanimation'),
  entry('SM04', 'Cardiologie et maladies vasculaires'),
  entry('SM18', 'Gériatrie', GENERALISTS),
  entry('SM20', 'Gynécologie-obstétrique'),
  entry('SM25', 'Médecine du travail'),
  entry('SM27', 'Médecine interne'),
  entry('SM30', 'Néphrologie'),
  entry('SM31', 'Neurochirurgie'),
  entry('SM40', 'Pédiatrie', GENERALISTS),
  entry('SM41', 'Pneumologie'),
  entry('SM42', 'Psychiatrie'),
  entry('SM46', 'Médecine intensive-réanimation'),
  entry('SM54', 'Médecine générale', ['medecin-generaliste', 'medecin-soins-palliatifs']),
  entry('SM58', 'Maladies infectieuses et tropicales'),
  entry('SM59', "Médecine d'urgence", GENERALISTS),
  entry('SM74', 'Radiologie et imagerie médicale'),
  entry('SM75', 'Santé publique'),
  entry('SI01', 'IPA · pathologies chroniques stabilisées', NURSES),
  entry('SI02', 'IPA · oncologie et hémato-oncologie', NURSES),
  entry('SI03', 'IPA · maladie rénale chronique', NURSES),
  entry('SI04', 'IPA · santé mentale', NURSES),
  entry('SI05', 'IPA · urgences', NURSES),
] as const satisfies readonly SpecialtyEntry[];

export type SpecialtyCode = (typeof SPECIALTIES)[number]['code'];

export interface Specialty extends SpecialtyEntry {
  readonly code: SpecialtyCode;
}

const BY_CODE: ReadonlyMap<string, Specialty> = new Map(SPECIALTIES.map((specialty) => [specialty.code, specialty]));

/** The specialties that the form offers for a profession; empty for most. */
export function specialtiesOf(profession: ProfessionCode): readonly Specialty[] {
  return SPECIALTIES.filter((specialty: Specialty) => specialty.professions.includes(profession));
}

/** The label on screen of a specialty. */
export function specialtyLabel(code: SpecialtyCode): string {
  return BY_CODE.get(code)?.label ?? code;
}

/** @example parseSpecialty('SM18') // { ok: true, value: 'SM18', warnings: [] } */
export function parseSpecialty(text: string): Parsed<SpecialtyCode> {
  const specialty = BY_CODE.get(text.trim().toUpperCase());
  if (specialty !== undefined) return parsed(specialty.code);
  return refused('Cette spécialité ne figure pas dans la liste.');
}
