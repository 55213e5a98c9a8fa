/** The bench itself: its arithmetic, and that every case runs and says what it measured. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { CASE_NAMES } from '../bench/cases.ts';
import { isHeld } from '../bench/figure.ts';
import type { Result, Sample } from '../bench/report.ts';
import { median, ratiosOf, summarise, writeReport } from '../bench/report.ts';

const sample = (patch: Partial<Sample>): Sample => ({
  name: 'raw-floor',
  database: 'sqlite',
  round: 1,
  milliseconds: 100,
  count: 1_000,
  peakMegabytes: 50,
  ...patch,
});

it('takes medians of each case on each database, and the worst memory', () => {
  const results = summarise([
    sample({ milliseconds: 300 }),
    sample({ milliseconds: 100, peakMegabytes: 80 }),
    sample({ milliseconds: 200 }),
    sample({ name: 'generation', database: 'postgres' }),
  ]);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(results).toMatchObject([
    { name: 'raw-floor', samples: 3, medianMilliseconds: 200, range: [100, 300], perSecond: 5_000, peakMegabytes: 80 },
    { name: 'generation', database: 'postgres', samples: 1 },
  ]);
});

it('says ratios first, and whether the budget is held', () => {
  const results = summarise([
    sample({}),
    sample({ name: 'stream-taken', milliseconds: 140 }),
    sample({ name: 'snapshot-opened', milliseconds: 20 }),
  ]);
  expect(ratiosOf(results).map(({ value, budget }) => [value, budget])).toEqual([
    [1.4, 1.3],
    [0.2, 0.25],
  ]);
  const page = writeReport('Banc', results);
  expect(page.indexOf('DÉPASSÉ')).toBeLessThan(page.indexOf('Plancher'));
  expect(page).toContain('tenu');
});

it('says the medians of what a case tells beside its time, and whether they hold', () => {
  const figures = (value: number) => [{ label: 'p99', value, unit: 'ms', budget: 5 } as const];
  const results = summarise([
    sample({ figures: figures(9) }),
    sample({ figures: figures(2) }),
    sample({ figures: figures(4) }),
  ]);
  expect(results[0]?.figures).toEqual(figures(4));
  expect(writeReport('Banc', results)).toMatch(/4,00 ms +p99 +budget ≤ 5 : tenu/);
  expect(isHeld({ label: '', value: 14, unit: '×', budget: 15, hold: 'at-least' })).toBe(false);
});

it('runs every case on a tiny nation and writes its figures', { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'renfort-bench-test-'));
  const json = join(folder, 'bench.json');
  const main = fileURLToPath(new URL('../bench/main.ts', import.meta.url));
  const choices = ['--size', 'demo', '--scale', '0.02', '--rounds', '1', '--database', 'sqlite', '--json', json];
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...choices]);
  const report = JSON.parse(await readFile(json, 'utf8')) as { results: Result[]; samples: Sample[] };
  await rm(folder, { recursive: true, force: true });
  expect(report.results.map(({ name }) => name)).toEqual(CASE_NAMES);
  expect(report.samples.every(({ milliseconds, count }) => milliseconds > 0 && count > 0)).toBe(true);
  expect(stdout).toContain('Rapports');
});
