import { z } from 'zod';

const assertion = z.looseObject({
  fullName: z.string(),
  status: z.string(),
  failureMessages: z.array(z.string()).optional(),
});
const testFile = z.looseObject({
  name: z.string(),
  status: z.string(),
  message: z.string().optional(),
  assertionResults: z.array(assertion),
});
const jsonReport = z.looseObject({ testResults: z.array(testFile) });

/** What a suite amounts to, counted from its runner's JSON report. */
export type SuiteReport = {
  readonly passed: number;
  readonly failures: readonly string[];
  /** Full titles of the tests that passed: what a feature may lean on. */
  readonly passedTitles: readonly string[];
};

/**
 * Counts a report. A test that did not run (skipped, todo) is a failure, so is a file that broke before its tests, so is a suite
 * without any test, and so is a runner that ended badly although every test passed.
 *
 * @param text the JSON report; `undefined` when the runner wrote none
 * @param exitCode how the runner ended
 */
export function readSuiteReport(text: string | undefined, exitCode: number): SuiteReport {
  if (text === undefined) return failed(`the runner wrote no report (exit code ${exitCode})`);
  const { testResults } = jsonReport.parse(JSON.parse(text));
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((result) => ({ file: name, ...result })),
  );
  const passedTitles = tests.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName);
  const failures = [
    ...tests.filter(({ status }) => status !== 'passed').map(describeTest),
    ...testResults.filter(isBrokenFile).map(({ name, message }) => `${name}: ${message || 'no test could run'}`),
  ];
  if (tests.length === 0 && failures.length === 0) return failed('the suite holds no test');
  if (failures.length === 0 && exitCode !== 0)
    failures.push(`every test passed, but the runner ended with ${exitCode}`);
  return { passed: passedTitles.length, failures, passedTitles };
}

function failed(reason: string): SuiteReport {
  return { passed: 0, failures: [reason], passedTitles: [] };
}

function describeTest({
  file,
  fullName,
  status,
  failureMessages,
}: z.infer<typeof assertion> & { file: string }): string {
  const reason = status === 'failed' ? (failureMessages?.[0]?.split('\n')[0] ?? 'failed') : `not run (${status})`;
  return `${file} › ${fullName}: ${reason}`;
}

function isBrokenFile({ status, assertionResults }: z.infer<typeof testFile>): boolean {
  return (
    assertionResults.length === 0 || (status === 'failed' && assertionResults.every((one) => one.status === 'passed'))
  );
}
