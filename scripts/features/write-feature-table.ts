import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCoverage } from './feature-coverage.ts';
import { coverFeatures } from './feature-coverage.ts';
import { readFeatureList } from './feature-list.ts';

/** Writes `build/features.md`, from the numbers of the features to the tests that show them, and says it in one sentence. */
export function writeFeatureTable(root: string, titles: readonly string[]) {
  const coverage = coverFeatures(readFeatureList(root), titles);
  const covered = coverage.rows.filter((row) => row.titles.length > 0).length;
  const sentence = `${covered} of ${coverage.rows.length} numbered features are shown by a test (build/features.md).`;
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, 'build', 'features.md'), renderFeatureTable(coverage, sentence));
  return { sentence, unknown: coverage.unknown };
}

/** The table as Markdown; a feature that no test cites says so. */
export function renderFeatureTable({ rows, unknown }: FeatureCoverage, sentence: string): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return [
    '# Features and the tests that show them',
    '',
    sentence,
    '',
    '| number | feature | tests |',
    '|---|---|---|',
    ...rows.map(
      ({ feature, titles }) =>
        `| ${feature.id} | ${cell(feature.title)} | ${titles.length === 0 ? 'not yet' : titles.map(cell).join('<br>')} |`,
    ),
    ...(unknown.length > 0
      ? ['', '## Citations of numbers that do not exist', '', ...unknown.map((line) => `- ${line}`)]
      : []),
    '',
  ].join('\n');
}
