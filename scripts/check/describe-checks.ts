import type { CheckResult } from './check-result.ts';
import { listLongFiles } from './file-rules.ts';
import { listSourceFiles } from './source-files.ts';

const SHOWN = 40;

/** The results of the checks as lines for a person: violations first shown under their check, long files as a question. */
export function describeChecks(root: string, results: readonly CheckResult[]): string {
  const lines = results.flatMap(({ name, scope, violations }) => [
    `${violations.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${scope})`,
    ...violations.slice(0, SHOWN).map((violation) => `       ${violation}`),
    ...(violations.length > SHOWN ? [`       … and ${violations.length - SHOWN} more`] : []),
  ]);
  const long = listLongFiles(root, listSourceFiles(root)).map(
    (file) => `note ${file} is past 300 lines: is it one thing?`,
  );
  return `${[...lines, ...long].join('\n')}\n`;
}
