/**
 * Loads changed copies of the service, or of the workspace, beside the true one. A module whose address carries `?planted=NAME` hands the
 * mark on to every module of ours that it imports, so that NAME has its own whole service, its module state included.
 *
 * ```
 * import 'execute-batch.ts?planted=no-version-check'
 *    └▶ resolve: every import of national-api/ and contract/ gets the same mark
 *    └▶ load:    the source of a changed file is changed before its types are stripped
 * ```
 */
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { SourceChange } from './source-change.ts';
import { applyChanges, REPOSITORY } from './source-change.ts';

const MARK = 'planted';
const OURS = ['national-api/', 'contract/', 'src-main/'].map((folder) => new URL(folder, REPOSITORY).href);

const isOurs = (url: string): boolean => OURS.some((prefix) => url.startsWith(prefix));
const pathOf = (url: string): string => url.slice(REPOSITORY.href.length).split('?')[0] ?? '';
const markOf = (url: string | undefined): string | null =>
  url === undefined || !isOurs(url) ? null : new URL(url).searchParams.get(MARK);

/** The address to import `file` from, in the service named `mark`; the true service has none. */
export function addressOf(file: string, mark: string | null): string {
  const url = new URL(file, REPOSITORY);
  if (mark !== null) url.searchParams.set(MARK, mark);
  return url.href;
}

export interface Planting {
  /** Files of the changes that were never loaded: a change that changes nothing. */
  unused(): string[];
  stop(): void;
}

/** Plants changes under a mark, or, with a null mark, into the one service that this process runs. */
export function plantChanges(mark: string | null, changes: readonly SourceChange[]): Planting {
  const waiting = new Set(changes.map(({ file }) => file));
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      if (mark === null || markOf(context.parentURL) !== mark || !isOurs(resolved.url)) return resolved;
      return { ...resolved, url: addressOf(pathOf(resolved.url), mark) };
    },
    load(url, context, next) {
      const loaded = next(url, context);
      if (!isOurs(url) || markOf(url) !== mark) return loaded;
      const file = pathOf(url);
      const mine = changes.filter((change) => change.file === file);
      if (mine.length === 0) return loaded;
      waiting.delete(file);
      const source =
        typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source as never);
      return { ...loaded, source: applyChanges(source, mine) };
    },
  });
  return {
    unused: () => [...waiting].map((file) => fileURLToPath(new URL(file, REPOSITORY))),
    stop: () => hooks.deregister(),
  };
}
