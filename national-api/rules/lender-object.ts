/** A lender's rights over an opening are held by the regions that lend, not by the one that receives (DOMAIN §9). */
import type { Principal } from '../../contract/national/principal.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import type { RightObject } from '../rights/require-right.ts';
import { lendersOf } from './find-opening.ts';

/** What `requireRight` is asked about: the actor's own agency when it lends, nobody's otherwise. */
export function lenderObject(
  actor: Principal,
  opening: Pick<Stored<'opening'>, 'lenderAgencies' | 'receiverAgency'>,
): RightObject {
  const { agency } = actor;
  const lends = agency !== null && agency !== opening.receiverAgency && (lendersOf(opening)?.includes(agency) ?? true);
  return { agency: lends ? agency : null };
}
