/** The département that a postal code begins with: enough to know a right's limits; the service places it finely. */
import type { DepartementCode } from '../../contract/domain/geography/departement.ts';
import { isDepartementCode } from '../../contract/domain/geography/departement.ts';

/** @example departementOfPostalCode('54000') // '54'; Corsica is told by the service alone: undefined */
export function departementOfPostalCode(postalCode: string): DepartementCode | undefined {
  const code = postalCode.slice(0, /^9[78]/.test(postalCode) ? 3 : 2);
  return isDepartementCode(code) ? code : undefined;
}
