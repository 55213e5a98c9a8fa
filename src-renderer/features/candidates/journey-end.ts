import type { TableRow } from '../../../contract/app/table-query.ts';
import { isDepartementCode } from '../../../contract/domain/geography/departement.ts';
import type { JourneyEnd } from '../../../contract/domain/geography/sea-crossing.ts';

/** Where a person lives or a mission is, as far as a row tells; null when it does not. */
export function journeyEnd(row: TableRow): JourneyEnd | null {
  const departement = row['departement'] ?? null;
  const postalCode = row['postalCode'] ?? null;
  if (!isDepartementCode(departement)) return null;
  return typeof postalCode === 'string' ? { departement, postalCode } : { departement };
}
