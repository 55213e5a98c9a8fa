/** What a person may do of the requests chosen: by right, and by where each stands. Pure. */
import type { SyncState } from '../../../contract/app/sync-state.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { holdsRight } from '../../data/holds-right.ts';
import type { TableAct } from '../../decisions/act-bar.tsx';
import { draftOf } from '../../decisions/decision-draft.ts';
import { FR_ACCOUNTS } from '../../text/fr-accounts.ts';

const words = FR_ACCOUNTS.acts;

/** @param shown the rows chosen on screen; of many, the preview names those that cannot */
export function accountActs(person: SyncState['person'], shown: readonly TableRow[]): readonly TableAct[] {
  if (!holdsRight(person, 'validate-accounts')) return [];
  const some = (...states: readonly string[]) => shown.some((row) => states.includes(String(row['state'])));
  return [
    {
      ...{ key: 'v', label: words.validate, isMain: true, enabled: some('submitted') },
      draft: draftOf('validate-account'),
    },
    {
      ...{ key: 'r', label: words.refuse, enabled: some('submitted', 'duplicate', 'validated') },
      draft: draftOf('refuse-account'),
    },
    { key: 'd', label: words.duplicate, enabled: some('duplicate'), draft: draftOf('resolve-duplicate') },
    { key: 'l', label: words.renew, enabled: some('validated'), draft: draftOf('renew-activation') },
  ];
}
