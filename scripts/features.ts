import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeFeatureTable } from './features/write-feature-table.ts';
import { readSuiteReport } from './test/suite-report.ts';
import { SUITES } from './test/suites.ts';

/** Writes the table anew from the reports that the last `npm test` left. */
const root = resolve(import.meta.dirname, '..');
const reports = SUITES.map(({ project }) => join(root, 'build', 'reports', `${project}.json`)).filter((path) =>
  existsSync(path),
);
if (reports.length === 0) {
  process.stderr.write('No report of a test run was found: run `npm test` first.\n');
  process.exitCode = 1;
} else {
  const titles = reports.flatMap((path) => readSuiteReport(readFileSync(path, 'utf8'), 0).passedTitles);
  const { sentence, unknown } = writeFeatureTable(root, titles);
  process.stdout.write(`${[sentence, ...unknown].join('\n')}\n`);
  process.exitCode = unknown.length === 0 ? 0 : 1;
}
