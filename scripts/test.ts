import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeChecks } from './check/describe-checks.ts';
import { runChecks } from './check/run-checks.ts';
import { writeFeatureTable } from './features/write-feature-table.ts';
import { ensureBrowser } from './test/ensure-browser.ts';
import { runSuite } from './test/run-suite.ts';
import { SUITES } from './test/suites.ts';

const root = resolve(import.meta.dirname, '..');
const reports = join(root, 'build', 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const say = (line: string) => process.stdout.write(`${line}\n`);

/** One line of the final summary. */
type Tally = {
  readonly name: string;
  readonly passed: number;
  readonly failures: readonly string[];
  readonly ms: number;
};

async function timed(name: string, work: () => Promise<Omit<Tally, 'name' | 'ms'>>): Promise<Tally> {
  const start = performance.now();
  const result = await work();
  return { name, ...result, ms: performance.now() - start };
}

const tallies: Tally[] = [];
tallies.push(
  await timed('checks', async () => {
    const results = await runChecks(root);
    say(describeChecks(root, results));
    const failing = results.filter(({ violations }) => violations.length > 0);
    return {
      passed: results.length - failing.length,
      failures: failing.map(
        ({ name, violations }) => `${name}: ${violations.length} violations, first: ${violations[0]}`,
      ),
    };
  }),
);
ensureBrowser(root, say);
const passedTitles: string[] = [];
for (const suite of SUITES) {
  say(`\n— ${suite.name}`);
  tallies.push(
    await timed(suite.name, async () => {
      const report = await runSuite(root, suite, reports);
      passedTitles.push(...report.passedTitles);
      return report;
    }),
  );
}
tallies.push(
  await timed('features table', async () => {
    const { sentence, unknown } = writeFeatureTable(root, passedTitles);
    say(`\n${sentence}`);
    return { passed: unknown.length === 0 ? 1 : 0, failures: unknown };
  }),
);

say('\nSummary');
for (const { name, passed, failures, ms } of tallies) {
  say(
    `  ${name.padEnd(18)} ${String(passed).padStart(6)} passed ${String(failures.length).padStart(4)} failed ${(ms / 1000).toFixed(1).padStart(7)} s`,
  );
}
for (const { name, failures } of tallies) for (const failure of failures) say(`  FAIL ${name}: ${failure}`);

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failures.length, 0);
const counts = `${passed} passed, ${failed} failed`;
writeFileSync(join(reports, 'counts.txt'), `${counts}\n`);
process.exitCode = failed === 0 ? 0 : 1;
say(`\n${counts}`);
