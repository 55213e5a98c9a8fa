import type { SyncState } from '../../contract/app/sync-state.ts';
import type { Right } from '../../contract/domain/right.ts';
import { scopeOf } from '../../contract/domain/right.ts';
import { isRoleName } from '../../contract/domain/role.ts';

/** Does the person hold a right, at any scope? The service remains the referee (DOMAIN §9). */
export function holdsRight(person: SyncState['person'], right: Right): boolean {
  return person !== null && isRoleName(person.role) && scopeOf(right, person.role) !== null;
}
