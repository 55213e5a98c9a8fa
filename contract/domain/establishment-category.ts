import type { Parsed } from './parsed.ts';
import { parsed, refused } from './parsed.ts';

/**
 * "Type établissement" of annex 2 (F117): six FINESS aggregates whose code is kept in the value, and the vaccination
 * centres that came in April 2021 (F48, F120).
 */
export const ESTABLISHMENT_TYPES = [
  { code: 1, annexLabel: '1-Établissements relevant de la loi hospitalière' },
  { code: 2, annexLabel: '2-autres-etablissements-de-soins-et-de-prevention' },
  { code: 3, annexLabel: '3-autres-etablissements-a-caractere-sanitaire' },
  { code: 4, annexLabel: '4-etablissements-et-services-sociaux-daccueil-hebergement-assistance-readaptation' },
  { code: 5, annexLabel: '5-etablissements-et-services-sociaux-daide-a-la-famille' },
  { code: 6, annexLabel: '6-etablissements-de-formation-des-personnels-sanitaires-et-sociaux' },
  { code: 'vaccination', annexLabel: 'Centre de vaccination' },
] as const;

export type EstablishmentType = (typeof ESTABLISHMENT_TYPES)[number]['code'];

export type EstablishmentFamily =
  | 'hospital'
  | 'psychiatry'
  | 'ehpad'
  | 'senior-residence'
  | 'home-care'
  | 'disability'
  | 'primary-care'
  | 'training'
  | 'vaccination-centre'
  | 'other';

interface CategoryEntry {
  /** TRE_R66 code of FINESS, or a word of ours where the nomenclature has none or only the type is known. */
  readonly code: string;
  readonly label: string;
  readonly family: EstablishmentFamily;
  readonly type: EstablishmentType;
}

function entry<const Code extends string>(
  code: Code,
  label: string,
  family: EstablishmentFamily,
  type: EstablishmentType,
): CategoryEntry & { readonly code: Code } {
  return { code, label, family, type };
}

/** The useful FINESS categories (ANS, NOS, TRE_R66; GEODATA §4), then one "other" per type of annex 2. */
export const ESTABLISHMENT_CATEGORIES = [
  entry('101', 'Centre hospitalier régional (CHR, CHU)', 'hospital', 1),
  entry('355', 'Centre hospitalier (CH)', 'hospital', 1),
  entry('106', 'Centre hospitalier, ex-hôpital local', 'hospital', 1),
  entry('114', 'Hôpital des armées', 'hospital', 1),
  entry('122', 'Établissement de soins obstétriques et chirurgico-gynécologiques', 'hospital', 1),
  entry('128', 'Établissement de soins chirurgicaux', 'hospital', 1),
  entry('129', 'Établissement de soins médicaux', 'hospital', 1),
  entry('365', 'Établissement de soins pluridisciplinaire', 'hospital', 1),
  entry('109', 'Établissement de santé privé autorisé en SSR', 'hospital', 1),
  entry('131', 'Centre de lutte contre le cancer (CLCC)', 'hospital', 1),
  entry('362', 'Établissement de soins de longue durée (USLD)', 'hospital', 1),
  entry('127', 'Hospitalisation à domicile (HAD)', 'hospital', 1),
  entry('292', 'Centre hospitalier spécialisé en psychiatrie', 'psychiatry', 1),
  entry('156', 'Centre médico-psychologique (CMP)', 'psychiatry', 1),
  entry('141', 'Centre de dialyse', 'hospital', 1),
  entry('124', 'Centre de santé', 'primary-care', 2),
  entry('603', 'Maison de santé', 'primary-care', 2),
  entry('132', 'Établissement de transfusion sanguine', 'other', 3),
  entry('620', "Pharmacie d'officine", 'primary-care', 3),
  entry('500', 'EHPAD', 'ehpad', 4),
  entry('202', 'Résidence autonomie', 'senior-residence', 4),
  entry('354', 'Service de soins infirmiers à domicile (SSIAD)', 'home-care', 4),
  entry('spasad', "Service polyvalent d'aide et de soins à domicile (SPASAD)", 'home-care', 4),
  entry('460', "Service d'aide et d'accompagnement à domicile (SAAD)", 'home-care', 4),
  entry('255', "Maison d'accueil spécialisée (MAS)", 'disability', 4),
  entry('437', "Foyer d'accueil médicalisé (FAM)", 'disability', 4),
  entry('autre-1', 'Autre établissement relevant de la loi hospitalière', 'hospital', 1),
  entry('autre-2', 'Autre établissement de soins et de prévention', 'other', 2),
  entry('autre-3', 'Autre établissement à caractère sanitaire', 'other', 3),
  entry('autre-4', "Autre établissement ou service social d'accueil, d'hébergement, d'assistance", 'other', 4),
  entry('autre-5', "Établissement ou service social d'aide à la famille", 'other', 5),
  entry('autre-6', 'Établissement de formation des personnels sanitaires et sociaux', 'training', 6),
  entry('centre-vaccination', 'Centre de vaccination', 'vaccination-centre', 'vaccination'),
] as const satisfies readonly CategoryEntry[];

export type EstablishmentCategoryCode = (typeof ESTABLISHMENT_CATEGORIES)[number]['code'];

export interface EstablishmentCategory extends CategoryEntry {
  readonly code: EstablishmentCategoryCode;
}

const BY_CODE: ReadonlyMap<string, EstablishmentCategory> = new Map(
  ESTABLISHMENT_CATEGORIES.map((category) => [category.code, category]),
);

/** The category of a code that is already known to be one. */
export function establishmentCategoryOf(code: EstablishmentCategoryCode): EstablishmentCategory {
  const category = BY_CODE.get(code);
  if (category === undefined) throw new Error(`unknown establishment category: ${code}`);
  return category;
}

/** Care homes for dependent elderly people: their missions weigh in the score. */
export function isEhpad(code: EstablishmentCategoryCode): boolean {
  return establishmentCategoryOf(code).family === 'ehpad';
}

/** Vaccination centres are known by a GID, all others by a geographic FINESS (F47). */
export function isVaccinationCentre(code: EstablishmentCategoryCode): boolean {
  return establishmentCategoryOf(code).family === 'vaccination-centre';
}

/** @example parseEstablishmentCategory('500') // { ok: true, value: '500', warnings: [] } */
export function parseEstablishmentCategory(text: string): Parsed<EstablishmentCategoryCode> {
  const category = BY_CODE.get(text.trim().toLowerCase());
  if (category !== undefined) return parsed(category.code);
  return refused("Cette catégorie d'établissement ne figure pas dans la liste.");
}

function comparable(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, ' ').trim();
}

/**
 * Reads the "Type établissement" cell of annex 2. People retype these long values: the leading number decides alone,
 * else the words without accents or hyphens.
 *
 * @example parseEstablishmentType('4 - Etablissements et services sociaux') // value 4
 */
export function parseEstablishmentType(text: string): Parsed<EstablishmentType> {
  const wanted = comparable(text);
  const leading = /^([1-6])(?:\s*[-.]|\s|$)/.exec(text.trim())?.[1];
  for (const type of ESTABLISHMENT_TYPES) {
    const label = comparable(type.annexLabel);
    if (leading === String(type.code) || wanted === label || wanted === label.replace(/^[1-6] /, '')) {
      return parsed(type.code);
    }
  }
  return refused("Type d'établissement inconnu : choisissez une valeur de la liste de la deuxième feuille.");
}
