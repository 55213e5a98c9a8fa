import { createRequire } from 'node:module';
import type { CheckResult } from './check-result.ts';
import { runTool } from './run-tool.ts';

type BiomeReport = {
  readonly summary: { readonly unchanged: number; readonly changed: number };
  readonly diagnostics: readonly BiomeDiagnostic[];
};
type BiomeDiagnostic = {
  readonly category: string | null;
  readonly severity: string;
  readonly message: string | readonly { readonly content: string }[];
  readonly location: {
    readonly path: string | { readonly file: string } | null;
    readonly start?: { readonly line: number };
  };
};

/** Format and lint (`biome.json`). A warning counts as an error: a rule that may be ignored is not a rule. */
export async function checkStyle(root: string): Promise<CheckResult> {
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const { code, stdout, stderr } = await runTool(
    biome,
    ['check', '--reporter=json', '--error-on-warnings', '--max-diagnostics=none', '.'],
    root,
  );
  const start = stdout.indexOf('{');
  if (start < 0) return { name: 'style', scope: 'nothing was read', violations: [stderr.trim() || stdout.trim()] };
  const report = JSON.parse(stdout.slice(start)) as BiomeReport;
  const violations = report.diagnostics.filter(({ severity }) => severity !== 'information').map(describe);
  return {
    name: 'style',
    scope: `${report.summary.unchanged + report.summary.changed} files`,
    violations: code !== 0 && violations.length === 0 ? [stderr.trim()] : violations,
  };
}

function describe({ category, message, location }: BiomeDiagnostic): string {
  const path = typeof location.path === 'string' ? location.path : (location.path?.file ?? '');
  const text = typeof message === 'string' ? message : message.map(({ content }) => content).join('');
  return `${path}${location.start ? `:${location.start.line}` : ''} ${category ?? ''}: ${text}`;
}
