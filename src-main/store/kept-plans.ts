/** Computed plans, kept in the sealed base from one run of the engine to the next (migrations/0003-kept-plans.ts). */
import type { Store } from './store.ts';

export interface KeptPlanRow {
  /** UUIDv7: the order of ids is that in which plans were prepared. */
  readonly id: string;
  /** JSON: what is asked of the plan now. */
  readonly asked: string;
  /** JSON: what the last run gave, and on which state. */
  readonly made: string;
}

/** Oldest first. */
export function readKeptPlans(store: Store): readonly KeptPlanRow[] {
  return store.statements.rows<KeptPlanRow>('SELECT id, asked, made FROM main."keptPlan" ORDER BY id');
}

export function keepPlan(store: Store, { id, asked, made }: KeptPlanRow): void {
  store.transaction('decision', ({ statements }) => {
    statements.run(
      `INSERT INTO main."keptPlan" (id, asked, made) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET asked = excluded.asked, made = excluded.made`,
      id,
      asked,
      made,
    );
  });
}

/** What is asked changed; what came out is as it was. */
export function keepPlanQuestion(store: Store, id: string, asked: string): void {
  store.transaction('decision', ({ statements }) => {
    statements.run('UPDATE main."keptPlan" SET asked = ? WHERE id = ?', asked, id);
  });
}

export function forgetKeptPlan(store: Store, id: string): void {
  store.transaction('decision', ({ statements }) => {
    statements.run('DELETE FROM main."keptPlan" WHERE id = ?', id);
  });
}
