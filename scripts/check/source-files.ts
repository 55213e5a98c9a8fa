import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders whose code is ours, in the order of docs/ARCHITECTURE.md §1. */
export const SOURCE_FOLDERS = [
  'contract',
  'spreadsheet',
  'src-main',
  'src-preload',
  'src-renderer',
  'national-api',
  'tests',
  'scripts',
] as const;

/** A package of its own, with its own lock file: not compiled with the rest. */
const OTHER_PACKAGE = 'scripts/geodata';

/**
 * Every TypeScript file of ours, as sorted paths relative to `root` with `/` between folders.
 * Tool configurations at the top level (`*.mts`) are included, installed packages are not.
 */
export function listSourceFiles(root: string): string[] {
  const configurations = readdirSync(root).filter((name) => name.endsWith('.mts'));
  const files = SOURCE_FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    listTypeScript(root, folder),
  );
  return [...configurations, ...files].sort();
}

function listTypeScript(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return entry.name === 'node_modules' || path === OTHER_PACKAGE ? [] : listTypeScript(root, path);
    return /\.(ts|tsx|mts)$/.test(entry.name) ? [path] : [];
  });
}
