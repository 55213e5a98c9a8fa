/** A suite of tests: one project of vitest.config.mts. */
export type Suite = { readonly name: string; readonly project: string };

/**
 * Every suite that `npm test` runs, in this order: the quickest to say no first.
 * Journeys (Playwright, in a window) come after these when there are windows; their runner writes the same kind of report.
 */
export const SUITES: readonly Suite[] = ['unit', 'house', 'features', 'service', 'campaigns'].map((project) => ({
  name: `tests: ${project}`,
  project,
}));
