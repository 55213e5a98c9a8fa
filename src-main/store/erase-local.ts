/**
 * Takes from a base all that speaks of people, and keeps what a person still wants of the nation: the decisions that
 * wait, to be delivered or exported (TRUST S54, S55, G8).
 */
import { OPEN_STATES } from './outbox/outbox-state.ts';
import type { Store } from './store.ts';

const OPEN = OPEN_STATES.map((state) => `'${state}'`).join(', ');

/** @returns how many decisions are kept */
export function eraseLocal(store: Store): number {
  store.transaction('decision', ({ statements, touched }) => {
    // What was judged is the nation's: here it keeps its order and its verdict, and no name.
    statements.run(
      `UPDATE main.outbox SET label = '', title = '', base = '{}', input = '{}', message = NULL, author = NULL
       WHERE state NOT IN (${OPEN})`,
    );
    statements.run('DELETE FROM main."keptPlan"');
    touched.topic('outbox');
  });
  store.renewMirror();
  store.checkpoint();
  const [row] = store.statements.rows<{ kept: number }>(
    `SELECT COUNT(*) AS kept FROM main.outbox WHERE state IN (${OPEN})`,
  );
  return row?.kept ?? 0;
}
