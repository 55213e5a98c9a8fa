/** The door that every command goes through: the table of DOMAIN §9, applied to an object's region. */
import type { Right } from '../../contract/domain/right.ts';
import { scopeOf } from '../../contract/domain/right.ts';
import type { RightScope } from '../../contract/domain/right-scope.ts';
import { RIGHT_SCOPE_FACTS } from '../../contract/domain/right-scope.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';

/** What a right is asked about. Fields that do not apply are left out. */
export interface RightObject {
  /** Agency of the mission, candidate or request; null = regulated by the CCS alone. */
  readonly agency: number | null;
  /** Département of the object: a right may be limited to some (direction territoriale). Left out: the whole region. */
  readonly departement?: string | undefined;
  readonly establishmentId?: string | undefined;
  readonly candidateId?: string | undefined;
  /** The written reason, when one was given. */
  readonly reason?: string | null | undefined;
}

/** What concerns a whole region (no département) is beyond a right limited to some of them. */
const inRegion = (actor: Principal, object: RightObject): boolean =>
  actor.agency !== null &&
  object.agency === actor.agency &&
  (actor.departements === null ||
    (object.departement !== undefined && actor.departements.includes(object.departement)));

const REACHES: Readonly<Record<RightScope, (actor: Principal, object: RightObject) => boolean>> = {
  'own-region': inRegion,
  'own-region-and-opened': inRegion,
  'own-region-and-proposed': inRegion,
  'own-region-time-limited': inRegion,
  nation: () => true,
  'nation-with-reason': () => true,
  arbitration: () => true,
  'alert-or-plan': () => true,
  mandate: (actor, object) => actor.agency === null || actor.agency === object.agency,
  'own-acts': () => true,
  technical: () => true,
  visible: inRegion,
  'visible-with-second-person': inRegion,
  'own-establishment': (actor, object) =>
    object.establishmentId !== undefined && actor.establishments.includes(object.establishmentId),
  'direct-or-proposed': (actor, object) =>
    object.establishmentId !== undefined && actor.establishments.includes(object.establishmentId),
  'own-record': (actor, object) => actor.candidateId !== null && actor.candidateId === object.candidateId,
};

/**
 * Refuses unless the actor holds the right over the object; returns the scope at which it is held.
 *
 * @throws CommandRefusal 'no-right' | 'out-of-scope' | 'reason-required'
 * @example requireRight(actor, 'set-priority', { agency: mission.agency, departement: mission.departement });
 */
export function requireRight(actor: Principal, right: Right, object: RightObject): RightScope | 'system' {
  if (actor.role === 'system') return 'system';
  const scope = scopeOf(right, actor.role);
  if (scope === null) {
    throw new CommandRefusal('no-right', 'Votre habilitation ne permet pas cette action.');
  }
  if (!REACHES[scope](actor, object)) {
    throw new CommandRefusal('out-of-scope', 'Cet objet est hors de votre périmètre.');
  }
  if (RIGHT_SCOPE_FACTS[scope].asksReason && !object.reason) {
    throw new CommandRefusal('reason-required', 'Un motif est obligatoire pour cette action.');
  }
  return scope;
}
