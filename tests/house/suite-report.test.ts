import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toRelative } from '../../scripts/check/layer-program.ts';
import { runTool } from '../../scripts/check/run-tool.ts';
import { listSourceFiles } from '../../scripts/check/source-files.ts';
import { runSuite } from '../../scripts/test/run-suite.ts';
import type { SuiteReport } from '../../scripts/test/suite-report.ts';
import { readSuiteReport } from '../../scripts/test/suite-report.ts';
import { SUITES } from '../../scripts/test/suites.ts';
import type { FixtureTree } from './fixture-tree.ts';
import { makeFixtureTree, REPOSITORY } from './fixture-tree.ts';

const trees: FixtureTree[] = [];
afterAll(() => {
  for (const tree of trees) tree.remove();
});

/** Runs the real runner, under the real configuration, on planted tests of the suite `features`. */
async function runPlanted(files: Readonly<Record<string, string>>): Promise<SuiteReport> {
  const tree = makeFixtureTree(files);
  trees.push(tree);
  cpSync(join(REPOSITORY, 'vitest.config.mts'), join(tree.root, 'vitest.config.mts'));
  const reports = join(tree.root, 'reports');
  mkdirSync(reports);
  return runSuite(tree.root, { name: 'planted', project: 'features' }, reports, 'quiet');
}

const test = (body: string) => `import { describe, expect, it } from 'vitest';\n\n${body}\n`;

describe('a suite under the real runner', () => {
  it('counts what passed, by its full title', async () => {
    const report = await runPlanted({
      'tests/features/a.test.ts': test("describe('the house', () => { it('stands', () => { expect(1).toBe(1); }); });"),
    });
    expect(report).toEqual({ passed: 1, failures: [], passedTitles: ['the house stands'] });
  });

  it('fails a test without assertion, a wrong one, a skipped one, a todo, and a file that breaks', async () => {
    const report = await runPlanted({
      'tests/features/a.test.ts': test("it('good', () => { expect(1).toBe(1); });"),
      'tests/features/b.test.ts': test("it('asserts nothing', () => {});"),
      'tests/features/c.test.ts': test("it('wrong', () => { expect(1).toBe(2); });"),
      'tests/features/d.test.ts': test("it.skip('skipped', () => { expect(1).toBe(1); });"),
      'tests/features/e.test.ts': test("it.todo('to do');"),
      'tests/features/f.test.ts': test("throw new Error('broken before any test');"),
      'tests/features/g.test.ts': test("describe('empty', () => {});"),
    });
    expect(report.passed).toBe(1);
    for (const reason of ['asserts nothing', 'wrong', 'skipped', 'to do', 'broken before', 'g.test.ts']) {
      expect(report.failures.filter((line) => line.includes(reason))).toHaveLength(1);
    }
    expect(report.failures).toHaveLength(6);
  });

  it('fails when it holds no test at all', async () => {
    const report = await runPlanted({});
    expect(report.passed).toBe(0);
    expect(report.failures).toHaveLength(1);
  });

  it('fails when something is thrown outside every test', async () => {
    const report = await runPlanted({
      'tests/features/a.test.ts': test(
        "it('good', async () => { setTimeout(() => { throw new Error('late'); }, 1); await new Promise((r) => setTimeout(r, 50)); expect(1).toBe(1); });",
      ),
    });
    expect(report.failures).toHaveLength(1);
  });
});

describe('the report of a suite', () => {
  const report = (...results: readonly object[]) => JSON.stringify({ testResults: results });

  it('that was not written is a failure', () => {
    expect(readSuiteReport(undefined, 0).failures).toHaveLength(1);
  });

  it('where every test passed but the runner ended badly is a failure', () => {
    const one = { name: 'a.test.ts', status: 'passed', assertionResults: [{ fullName: 'a', status: 'passed' }] };
    expect(readSuiteReport(report(one), 1)).toMatchObject({
      passed: 1,
      failures: [expect.stringContaining('ended with 1')],
    });
  });

  it('where a file failed after its tests passed is a failure', () => {
    const one = {
      name: 'a.test.ts',
      status: 'failed',
      message: 'afterAll',
      assertionResults: [{ fullName: 'a', status: 'passed' }],
    };
    expect(readSuiteReport(report(one), 1).failures).toEqual(['a.test.ts: afterAll']);
  });

  it('without any file is a failure', () => {
    expect(readSuiteReport(report(), 0).failures).toEqual(['the suite holds no test']);
  });
});

describe('the suites of npm test', () => {
  it('are several, each named once', () => {
    const names = SUITES.map(({ project }) => project);
    expect(names).toEqual(expect.arrayContaining(['unit', 'house', 'features', 'service', 'campaigns']));
    expect(new Set(names).size).toBe(names.length);
  });

  it('run every test file, each once', async () => {
    const vitest = join(REPOSITORY, 'node_modules', 'vitest', 'vitest.mjs');
    const { stdout } = await runTool(vitest, ['list', '--filesOnly', '--json'], REPOSITORY);
    const listed = (JSON.parse(stdout) as { file: string }[]).map(({ file }) => toRelative(REPOSITORY, file));
    const there = listSourceFiles(REPOSITORY).filter((file) => /\.test\.tsx?$/.test(file));
    expect(listed.sort()).toEqual(there);
  });
});
