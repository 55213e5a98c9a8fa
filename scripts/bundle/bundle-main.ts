import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

/** What the package ships beside the bundle, and what Electron gives. */
const GIVEN = ['electron', 'better-sqlite3', ...builtinModules, /^node:/];

const ENTRIES = {
  'main.electron': 'src-main/main.electron.ts',
  engine: 'src-main/engine/main.ts',
  // Stands beside the engine, which starts it (src-main/engine/arbitration/run-plan.ts).
  'plan-worker': 'src-main/engine/arbitration/plan-worker.ts',
  // Likewise (src-main/engine/snapshots/run-export.ts).
  'export-thread': 'src-main/engine/snapshots/export-thread.ts',
  // Stands beside the engine too, which starts it (spreadsheet/read-sheet.ts).
  'sheet-worker': 'spreadsheet/sheet-worker.ts',
} as const;

/** Bundles the main process and the engine for Electron, one CommonJS file each. */
export async function bundleMain(root: string, destination: string): Promise<void> {
  for (const [name, source] of Object.entries(ENTRIES)) await bundleForNode(join(root, source), name, destination);
}

/** One program for Node or Electron, with all that it imports, as `<name>.cjs`. */
export async function bundleForNode(entry: string, name: string, destination: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      outDir: destination,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: [...GIVEN],
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
  });
}
