/** Builds what the windows are made of into out/: pages, preloads and, for Electron, the main process and the engine. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { bundleMain } from './bundle-main.ts';
import { bundleScript } from './bundle-script.ts';

/** What decides what is built: when none of it changed, nothing is built again. */
const SOURCES = [
  'src-renderer',
  'src-preload',
  'src-main',
  'contract',
  'spreadsheet',
  'resources',
  'scripts/bundle',
  'package-lock.json',
];

/**
 * Builds unless the same sources were built already.
 *
 * @returns whether it had to build
 * @throws Error with a French sentence when there are no windows to build
 */
export async function buildDesk(root: string): Promise<boolean> {
  const out = join(root, 'out');
  const stamp = join(out, 'sources.sha256');
  if (!existsSync(join(root, 'src-renderer', 'index.html')))
    throw new Error('Les fenêtres ne sont pas dans ce dépôt : src-renderer/index.html est introuvable.');
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  await buildPages(join(root, 'src-renderer'), join(out, 'renderer'));
  await buildPreloads(root, join(out, 'preload'));
  await bundleMain(root, join(out, 'main'));
  writeFileSync(stamp, wanted);
  return true;
}

/** Everything is a file of its own: a policy without inline content has nothing to make an exception for. */
export async function buildPages(source: string, destination: string): Promise<void> {
  await build({
    configFile: false,
    root: source,
    base: '/',
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: destination,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
    },
  });
}

export async function buildPreloads(root: string, destination: string): Promise<void> {
  mkdirSync(destination, { recursive: true });
  const entry = (name: string) => join(root, 'src-preload', name);
  const electron = await bundleScript({ entry: entry('electron-preload.ts'), format: 'cjs', given: ['electron'] });
  const chromium = await bundleScript({ entry: entry('chromium-preload.ts'), format: 'iife', given: [] });
  writeFileSync(join(destination, 'electron-preload.cjs'), electron);
  writeFileSync(join(destination, 'chromium-preload.js'), chromium);
}

function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesUnder(join(root, source))))
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [path];
  }
}
