/** A change of one production source file, made while it is loaded: the production code itself holds no switch. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface SourceChange {
  /** From the root of the repository: 'national-api/kernel/seal.ts'. */
  readonly file: string;
  /** Must be found exactly once. */
  readonly find: string;
  readonly replace: string;
}

export const REPOSITORY = new URL('../../../', import.meta.url);

/** How many times a change finds its text in the source as it is now: anything but 1 is a change to be rewritten. */
export function countMatches(change: SourceChange): number {
  const source = readFileSync(fileURLToPath(new URL(change.file, REPOSITORY)), 'utf8');
  return source.split(change.find).length - 1;
}

/** @throws when a text is not found exactly once. */
export function applyChanges(source: string, changes: readonly SourceChange[]): string {
  let changed = source;
  for (const { file, find, replace } of changes) {
    const parts = changed.split(find);
    if (parts.length !== 2) throw new Error(`${file}: found ${parts.length - 1} times instead of once: ${find}`);
    changed = parts.join(replace);
  }
  return changed;
}
