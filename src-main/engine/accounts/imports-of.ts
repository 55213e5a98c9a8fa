/** The import of each open desk; it ends with the desk. */
import { makeUuidV7 } from '../make-uuid-v7.ts';
import type { OpenDesk } from '../open-desk.ts';
import type { ImportShelf } from './import-shelf.ts';
import { createImportShelf } from './import-shelf.ts';

export type ImportsOf = (desk: OpenDesk) => ImportShelf;

/** @example const importsOf = createImportsOf(); importsOf(desk).current(); */
export function createImportsOf(): ImportsOf {
  const shelves = new WeakMap<OpenDesk, ImportShelf>();
  return (desk) => {
    const known = shelves.get(desk);
    if (known !== undefined) return known;
    const made = createImportShelf(() => makeUuidV7(desk.image.now));
    shelves.set(desk, made);
    return made;
  };
}
