/** What a person may do of the alerts chosen: by right, and by where each stands. Pure. */

import type { SyncState } from '../../../contract/app/sync-state.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { AlertEvent, AlertState } from '../../../contract/domain/alert.ts';
import { ALERT_RIGHTS, nextAlertState } from '../../../contract/domain/alert.ts';
import { holdsRight } from '../../data/holds-right.ts';

/** True when the person may and at least one of the rows can take it; of many, the preview names those that cannot. */
export function mayDo(person: SyncState['person'], event: AlertEvent, rows: readonly TableRow[]): boolean {
  if (!holdsRight(person, ALERT_RIGHTS[event])) return false;
  return rows.length === 0 || rows.some((row) => nextAlertState(row['state'] as AlertState, event) !== null);
}
