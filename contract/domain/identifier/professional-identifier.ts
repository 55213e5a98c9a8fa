import type { Parsed } from '../parsed.ts';
import { parsed, refused } from '../parsed.ts';
import { parseAdeli } from './adeli.ts';
import { parseRpps } from './rpps.ts';

/** "Type Identifiant" of the candidate's sheet (F68). */
export const PROFESSIONAL_IDENTIFIER_KINDS = ['rpps', 'adeli', 'none'] as const;
export type ProfessionalIdentifierKind = (typeof PROFESSIONAL_IDENTIFIER_KINDS)[number];

export const PROFESSIONAL_IDENTIFIER_LABELS: Readonly<Record<ProfessionalIdentifierKind, string>> = {
  rpps: 'RPPS',
  adeli: 'ADELI',
  none: 'Aucun',
};

/** Reads the number that goes with a kind; "none" takes no number and gives null. */
export function parseProfessionalIdentifier(kind: ProfessionalIdentifierKind, text: string): Parsed<string | null> {
  if (kind === 'rpps') return parseRpps(text);
  if (kind === 'adeli') return parseAdeli(text);
  return text.trim() === '' ? parsed(null) : refused('Choisissez RPPS ou ADELI pour indiquer un numéro.');
}
