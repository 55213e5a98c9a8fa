/** The table of DOMAIN §9 mirrored on screen, so that nobody decides in vain; the service remains the referee. */
import type { Right } from '../../contract/domain/right.ts';
import { scopeOf } from '../../contract/domain/right.ts';
import type { RightScope } from '../../contract/domain/right-scope.ts';
import { RIGHT_SCOPE_FACTS } from '../../contract/domain/right-scope.ts';
import type { Decider } from './desk-context.ts';

export interface RightObject {
  readonly agency: number | null;
  readonly departement?: string;
}

const NATIONAL: ReadonlySet<RightScope> = new Set(['nation', 'nation-with-reason', 'arbitration', 'alert-or-plan']);

const scopeFor = (person: Decider, right: Right): RightScope | null =>
  person.role === 'system' ? null : scopeOf(right, person.role);

function reaches({ agency, departements }: Decider, scope: RightScope, object: RightObject): boolean {
  if (NATIONAL.has(scope)) return true;
  if (agency === null || object.agency !== agency) return false;
  return departements === null || object.departement === undefined || departements.includes(object.departement);
}

/** Why the person may not, in French, or null when they may. */
export function rightRefusal(person: Decider, right: Right, object: RightObject): string | null {
  const scope = scopeFor(person, right);
  if (scope === null) return 'Votre habilitation ne permet pas cette action.';
  return reaches(person, scope, object) ? null : 'Hors de votre périmètre.';
}

/** Must the person say why, for this right at their scope? */
export function rightAsksReason(person: Decider, right: Right): boolean {
  const scope = scopeFor(person, right);
  return scope !== null && RIGHT_SCOPE_FACTS[scope].asksReason;
}
