/** A window's saved views: columns, filters, sorts, under a name. */
import { build } from './statements.ts';
import type { Store } from './store.ts';

export interface SavedView {
  readonly id: string;
  readonly window: string;
  readonly name: string;
  readonly definition: string;
}

export function listSavedViews(store: Store, window: string): SavedView[] {
  return store.statements.all(
    build
      .selectFrom('savedView')
      .select(['id', 'window', 'name', 'definition'])
      .where('window', '=', window)
      .orderBy('position')
      .orderBy('id'),
  );
}

/** Saves a new view at the end, or changes one in its place. */
export function saveView(store: Store, view: SavedView): void {
  store.transaction('decision', ({ statements, touched }) => {
    statements.run(
      `INSERT INTO "savedView" (id, window, name, definition, position)
       VALUES (?, ?, ?, ?, (SELECT COALESCE(MAX(position), 0) + 1 FROM "savedView"))
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, definition = excluded.definition`,
      view.id,
      view.window,
      view.name,
      view.definition,
    );
    touched.topic('views');
  });
}

export function removeView(store: Store, id: string): void {
  store.transaction('decision', ({ statements, touched }) => {
    if (statements.run('DELETE FROM "savedView" WHERE id = ?', id) > 0) touched.topic('views');
  });
}
