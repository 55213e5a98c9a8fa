import { writeCursor } from '../../src-main/store/mirror/cursor.ts';
import type { Store } from '../../src-main/store/store.ts';

/** Says that the first transfer brought everything. */
export function makeMirrorWhole(store: Store): void {
  store.transaction('mirror', ({ statements }) =>
    writeCursor(statements, { scope: 'agency:6', after: 1, scopeVersion: 0, resume: null }),
  );
}
