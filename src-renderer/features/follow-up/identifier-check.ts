/** What the number of a volunteer is worth by itself: its shape, its key (GEODATA §6); the register is not asked. Pure. */
import type { ProfessionalIdentifierKind } from '../../../contract/domain/identifier/professional-identifier.ts';
import {
  PROFESSIONAL_IDENTIFIER_KINDS,
  parseProfessionalIdentifier,
} from '../../../contract/domain/identifier/professional-identifier.ts';

/** 'shape' where no key is published (ADELI); 'doubtful' where the key does not fit. */
export type IdentifierCheck = 'sound' | 'shape' | 'doubtful' | 'wrong' | 'none';

/** @example identifierCheck('rpps', '10003461033') // 'doubtful' */
export function identifierCheck(kind: string, identifier: string | null): IdentifierCheck {
  const known: ProfessionalIdentifierKind | undefined = PROFESSIONAL_IDENTIFIER_KINDS.find((one) => one === kind);
  if (known === undefined || known === 'none' || identifier === null || identifier.trim() === '') return 'none';
  const read = parseProfessionalIdentifier(known, identifier);
  if (!read.ok) return 'wrong';
  if (read.warnings.length > 0) return 'doubtful';
  return known === 'rpps' ? 'sound' : 'shape';
}
