import { resolve } from 'node:path';
import { describeChecks } from './check/describe-checks.ts';
import { runChecks } from './check/run-checks.ts';

const root = resolve(import.meta.dirname, '..');
const results = await runChecks(root);
process.stdout.write(describeChecks(root, results));
process.exitCode = results.some(({ violations }) => violations.length > 0) ? 1 : 0;
