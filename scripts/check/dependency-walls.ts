import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import type { CheckResult } from './check-result.ts';
import { runTool } from './run-tool.ts';
import { SOURCE_FOLDERS } from './source-files.ts';

const CRUISER = resolve(import.meta.dirname, '../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/**
 * Who imports whom (`.dependency-cruiser.cjs`). Fails too when fewer of our files were cruised than exist: the
 * cruiser passes, silently, on TypeScript that it cannot read.
 */
export async function checkDependencyWalls(root: string, sourceFiles: readonly string[]): Promise<CheckResult> {
  const folders = SOURCE_FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const expected = sourceFiles.filter((file) => file.includes('/'));
  const { stdout, stderr } = await runTool(
    CRUISER,
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
    root,
  );
  if (!stdout.startsWith('{')) {
    return { name: 'dependency walls', scope: 'nothing was cruised', violations: [stderr.trim() || stdout.trim()] };
  }
  const result = JSON.parse(stdout) as ICruiseResult;
  const comments = new Map(result.summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name ?? '', rule.comment ?? '']));
  const crossings = result.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}. ${comments.get(rule.name) ?? ''}`,
  );
  const cruised = new Set(result.modules.map(({ source }) => source));
  const missed = expected.filter((file) => !cruised.has(file)).map((file) => `${file}: not cruised`);
  return {
    name: 'dependency walls',
    scope: `${expected.length - missed.length} of ${expected.length} files, ${comments.size} rules`,
    violations: [...crossings, ...missed],
  };
}
