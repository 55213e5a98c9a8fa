import type { Feature } from './feature-list.ts';

/** Which tests cite which feature. */
export type FeatureCoverage = {
  readonly rows: readonly { readonly feature: Feature; readonly titles: readonly string[] }[];
  /** One sentence per citation of a number that does not exist. */
  readonly unknown: readonly string[];
};

/**
 * The numbers that a title cites: `F` or `D` and digits, as a word of its own.
 *
 * @example
 * citedNumbers('F85 F86 one contacting establishment at a time') // ['F85', 'F86']
 */
export function citedNumbers(title: string): string[] {
  return [...new Set(title.match(/\b[FD]\d{1,3}\b/g) ?? [])];
}

/** Joins features to the titles of the tests that cite them. A feature is covered when a test that passed cites it. */
export function coverFeatures(features: readonly Feature[], titles: readonly string[]): FeatureCoverage {
  const known = new Set(features.map(({ id }) => id));
  const cited = titles.map((title) => ({ title, numbers: citedNumbers(title) }));
  return {
    rows: features.map((feature) => ({
      feature,
      titles: cited.filter(({ numbers }) => numbers.includes(feature.id)).map(({ title }) => title),
    })),
    unknown: cited.flatMap(({ title, numbers }) =>
      numbers.filter((number) => !known.has(number)).map((number) => `${number} does not exist, cited by “${title}”`),
    ),
  };
}
