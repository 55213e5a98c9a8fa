/** Alerts as screens show them, and what this workstation still wants to say under them. */
import type { OutboxRow } from '../outbox/outbox-row.ts';
import type { Store } from '../store.ts';
import type { AlertViewRow } from '../views/view-rows.ts';

/** Every alert in sight, the oldest first. */
export function readAlerts(store: Store): AlertViewRow[] {
  return store.statements.rows('SELECT * FROM "alertView" ORDER BY "raisedAt", id');
}

/** Open decisions about a mission's alert, in the order in which they will be sent. */
export function readAlertIntents(store: Store, missionId: string): OutboxRow[] {
  return store.statements.rows(
    `SELECT * FROM main.outbox WHERE subject = ? AND fact = 'alert' AND state IN ('pending', 'sending', 'conflict')
     ORDER BY sequence`,
    missionId,
  );
}
