/** What a person may do of the volunteers of each list (DOMAIN §9: verify, set availability). Pure. */
import type { SyncState } from '../../../contract/app/sync-state.ts';
import { holdsRight } from '../../data/holds-right.ts';
import type { TableAct } from '../../decisions/act-bar.tsx';
import { draftOf } from '../../decisions/decision-draft.ts';
import { FR_FOLLOW_UP } from '../../text/fr-follow-up.ts';

const words = FR_FOLLOW_UP.acts;

/**
 * To verify: V verifies; R puts the person aside, unavailable with the reason that the sheet then shows: the verification
 * itself only says what was checked (DOMAIN §3).
 */
export function verifyActs(person: SyncState['person']): readonly TableAct[] {
  return [
    ...(holdsRight(person, 'verify-candidate')
      ? [{ key: 'v', label: words.verify, isMain: true, enabled: true, draft: draftOf('verify', { verified: 'yes' }) }]
      : []),
    ...(holdsRight(person, 'set-availability')
      ? [{ key: 'r', label: words.reject, enabled: true, draft: draftOf('set-availability', { available: 'no' }) }]
      : []),
  ];
}

/** Ending or back: is the person available again? */
export function availabilityActs(person: SyncState['person']): readonly TableAct[] {
  if (!holdsRight(person, 'set-availability')) return [];
  return [
    {
      ...{ key: 'd', label: words.available, isMain: true, enabled: true },
      draft: draftOf('set-availability', { available: 'yes' }),
    },
    {
      ...{ key: 'i', label: words.unavailable, enabled: true },
      draft: draftOf('set-availability', { available: 'no' }),
    },
  ];
}
