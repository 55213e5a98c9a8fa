import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SuiteReport } from './suite-report.ts';
import { readSuiteReport } from './suite-report.ts';
import type { Suite } from './suites.ts';

const VITEST = resolve(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');

/** Runs one suite to its end, showing what it says unless `quiet`, and reads the report it leaves in `reports`. */
export async function runSuite(
  root: string,
  suite: Suite,
  reports: string,
  voice: 'shown' | 'quiet' = 'shown',
): Promise<SuiteReport> {
  const output = voice === 'shown' ? 'inherit' : 'ignore';
  const report = join(reports, `${suite.project}.json`);
  rmSync(report, { force: true });
  const code = await new Promise<number>((done) => {
    const runner = spawn(
      process.execPath,
      [VITEST, 'run', '--project', suite.project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
      { cwd: root, stdio: ['ignore', output, output] },
    );
    // A run that is stopped leaves no runner behind; no count is said, since none would be true.
    const stop = () => {
      runner.kill('SIGTERM');
      process.exit(130);
    };
    const end = (exitCode: number) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      done(exitCode);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
    runner.once('error', () => end(1));
    runner.once('exit', (exitCode) => end(exitCode ?? 1));
  });
  return readSuiteReport(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code);
}
