/** Builds the windows once for all journeys, in a folder of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildPages, buildPreloads } from '../../scripts/bundle/build-desk.ts';

const ROOT = resolve(import.meta.dirname, '../..');

// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default async function buildForJourneys(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'journey-windows-'));
  await buildPages(join(ROOT, 'src-renderer'), join(folder, 'renderer'));
  await buildPreloads(ROOT, join(folder, 'preload'));
  project.provide('builtDesk', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
